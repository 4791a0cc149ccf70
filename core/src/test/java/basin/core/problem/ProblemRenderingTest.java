package basin.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemRenderingTest {
    private static final Problem UNKNOWN_MODE = Problem.wrong(
                    "unknown mode 'cdd'; one of cdc, full", new Place.InFile(Path.of("sources", "shop.yml"), 4, 7))
            .because("a reason")
            .advise("did you mean 'cdc'?");

    @Test
    void textSaysWhereWhatWhyAndWhatToDo() {
        assertThat(ProblemText.of(UNKNOWN_MODE)).isEqualTo("""
                        sources/shop.yml:4:7: unknown mode 'cdd'; one of cdc, full
                            why: a reason
                            fix: did you mean 'cdc'?""");
    }

    @Test
    void textNamesEveryKindOfPlace() {
        assertThat(List.of(
                                new Place.InFile(Path.of("basin.yml")),
                                new Place.InFile(Path.of("stores.csv"), 7, 0),
                                new Place.InTable("shop.orders"),
                                new Place.InTable("shop.orders", "7", "total"),
                                new Place.Service("shop (postgres at localhost:5432)"))
                        .stream()
                        .map(place -> ProblemText.of(Problem.failed("what", place))))
                .containsExactly(
                        "basin.yml: what",
                        "stores.csv:7: what",
                        "shop.orders: what",
                        "shop.orders.total, row 7: what",
                        "shop (postgres at localhost:5432): what");
        assertThat(ProblemText.of(Problem.failed("what", Place.NOWHERE))).isEqualTo("what");
    }

    @Test
    void textLetsNoWordOfAProjectReachTheTerminalAsACommand() {
        Problem hostile = Problem.wrong("unknown mode '\u001b[2Jgone\nnext'", Place.NOWHERE);

        assertThat(ProblemText.of(hostile)).isEqualTo("unknown mode '\\u001b[2Jgone\\nnext'");
    }

    @Test
    void jsonHasAFieldForEachPartThatApplies() {
        assertThat(ProblemJson.of(UNKNOWN_MODE))
                .hasToString("{\"what\":\"unknown mode 'cdd'; one of cdc, full\",\"kind\":\"action\",\"exit\":2,"
                        + "\"file\":\"sources/shop.yml\",\"line\":4,\"column\":7,"
                        + "\"why\":\"a reason\",\"remedy\":\"did you mean 'cdc'?\"}");
        assertThat(ProblemJson.of(List.of(
                        Problem.interrupted("no answer", new Place.Service("shop")),
                        Problem.failed("null", new Place.InTable("shop.orders", "7", "id")),
                        Problem.failed("disk full", Place.NOWHERE))))
                .hasToString("[{\"what\":\"no answer\",\"kind\":\"transient\",\"exit\":1,\"service\":\"shop\"},"
                        + "{\"what\":\"null\",\"kind\":\"action\",\"exit\":1,"
                        + "\"table\":\"shop.orders\",\"row\":\"7\",\"column_name\":\"id\"},"
                        + "{\"what\":\"disk full\",\"kind\":\"action\",\"exit\":1}]");
    }
}
