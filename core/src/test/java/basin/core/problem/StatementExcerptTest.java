package basin.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementExcerptTest {

    @Test
    void aPlaceInAStatementIsShownWithCaretsBelowIt() {
        Problem problem = Problem.wrong(
                        "no column 'amoutn'", new Place.InStatement("select id,\n\tamoutn\nfrom t", 2, 2, 6))
                .advise("did you mean 'amount'?");

        assertThat(ProblemText.of(problem)).isEqualTo("""
                        line 2, column 2: no column 'amoutn'
                             amoutn
                             ^^^^^^
                            fix: did you mean 'amount'?\
                        """);
    }

    @Test
    void ofALongLineOnlyThePartAroundThePlaceIsShown() {
        String statement = "select " + "a, ".repeat(1000) + "wrong" + ", b".repeat(1000);
        Problem problem = Problem.wrong("no column 'wrong'", new Place.InStatement(statement, 1, 3008, 5));

        String[] lines = ProblemText.of(problem).split("\n");

        assertThat(lines[1]).hasSizeLessThanOrEqualTo(104).contains("wrong");
        assertThat(lines[1].indexOf("wrong")).isEqualTo(lines[2].indexOf("^^^^^"));
    }

    @Test
    void theEndOfAStatementIsAPlaceToo() {
        Problem problem = Problem.wrong("the statement is not complete", new Place.InStatement("select", 1, 7, 0));

        assertThat(ProblemText.of(problem)).endsWith("    select\n          ^");
    }
}
