package basin.core.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Problem AT_LINE_10 = Problem.wrong("later", new Place.InFile(Path.of("a.yml"), 10, 1));
    private static final Problem AT_LINE_9 = Problem.wrong("earlier", new Place.InFile(Path.of("a.yml"), 9, 80));

    @Test
    void areToldInReadingOrderAndOnce() {
        Problem inTable = Problem.failed("not null", new Place.InTable("shop.orders", "7", "id"));
        Problem noPlace = Problem.failed("disk full", Place.NOWHERE);
        Problem service = Problem.interrupted("no answer", new Place.Service("shop"));
        Problem otherFile = Problem.wrong("other", new Place.InFile(Path.of("b.yml")));

        Problems problems = new Problems();
        problems.addAll(List.of(noPlace, service, inTable, otherFile, AT_LINE_10, AT_LINE_9, AT_LINE_10));

        assertThat(problems.size()).isEqualTo(6);
        assertThat(problems.inReadingOrder())
                .containsExactly(AT_LINE_9, AT_LINE_10, otherFile, inTable, service, noPlace);
    }

    @Test
    void endTheSearchOnlyIfThereAreAny() {
        Problems problems = new Problems();
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();

        problems.add(AT_LINE_10);
        problems.add(AT_LINE_9);

        ProblemException told = catchThrowableOfType(ProblemException.class, problems::throwIfAny);
        assertThat(told).hasMessage("a.yml:9:80: earlier\na.yml:10:1: later");
        assertThat(told.problems()).containsExactly(AT_LINE_9, AT_LINE_10);
    }

    @Test
    void exitWithTwoAsSoonAsTheProjectIsWrong() {
        Problem failed = Problem.failed("disk full", Place.NOWHERE);

        assertThat(new ProblemException(failed).exitCode()).isEqualTo(1);
        assertThat(new ProblemException(List.of(failed, AT_LINE_9)).exitCode()).isEqualTo(2);
    }

    @Test
    void areWorthWaitingForOnlyIfAllOfThemAre() {
        Problem down = Problem.interrupted("no answer", new Place.Service("shop"));
        Problem cut = Problem.uncertain("no answer to the commit", new Place.Service("catalog"));

        assertThat(new ProblemException(down).kind()).isEqualTo(Problem.Kind.TRANSIENT);
        assertThat(new ProblemException(List.of(down, AT_LINE_9)).kind()).isEqualTo(Problem.Kind.ACTION);
        assertThat(new ProblemException(List.of(down, cut, AT_LINE_9)).kind()).isEqualTo(Problem.Kind.UNKNOWN);
    }

    @Test
    void cannotBeThrownWithoutOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProblemException(List.of()));
    }
}
