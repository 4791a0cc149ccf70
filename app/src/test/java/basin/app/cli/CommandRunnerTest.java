package basin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basin.app.terminal.Outlet;
import basin.app.terminal.Screen;
import basin.app.terminal.Surroundings;
import basin.app.workplace.Interruption;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandRunnerTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();

    @BeforeEach
    void aProject() throws IOException {
        Files.createFile(folder.resolve("basin.yml"));
    }

    @Test
    void whatNobodyForesawIsOneMessageAndItsTraceIsInTheLog() throws IOException {
        int exitCode = run(failing(new IllegalStateException("the hare is late")), "party");

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        basin: something happened that this version does not foresee
                            why: IllegalStateException: the hare is late
                            fix: please report it; the details are in %s
                        """.formatted(log()));
        assertThat(log()).content().contains("the hare is late").contains("\tat basin.app.cli.CommandRunnerTest");
    }

    @Test
    void whoWantsToSeeTheTraceSeesIt() {
        run(failing(new IllegalStateException("the hare is late")), "party", "--verbose");

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat basin.app.cli.CommandRunnerTest");
    }

    @Test
    void nothingIsWrittenIntoAFolderThatIsNoProject() throws IOException {
        Files.delete(folder.resolve("basin.yml"));

        run(failing(new IllegalStateException("the hare is late")), "party");

        assertThat(folder).isEmptyDirectory();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("fix: please report it; --verbose shows the details");
    }

    @Test
    void aKnownProblemIsToldAndWhatLiesBehindItIsLogged() {
        IOException cause = new IOException("connection reset");
        run(
                failing(new ProblemException(Problem.failed("the server is gone", new Place.Service("shop")), cause)),
                "party");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("shop: the server is gone\n");
        assertThat(log()).content().contains("connection reset");
    }

    @Test
    void wrongArgumentsLeaveNoLog() {
        run(failing(new ProblemException(Problem.wrong("there is no such party", Place.NOWHERE))), "party");

        assertThat(log()).doesNotExist();
    }

    @Test
    void tooLittleMemoryIsSaidAsSuch() {
        int exitCode = run(failing(new OutOfMemoryError("Java heap space")), "party");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("basin: there is not enough memory for this\n");
    }

    @Test
    void jsonStaysJsonWhenAnAnswerFailsHalfWay() {
        int exitCode = run(_ -> new BrokenAnswer(), "party", "--json");

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {"command":"party","result":{"guests":["hatter"]},"problems":[{"what":"the tea is out",\
                        "kind":"transient","exit":1}],"exit":1}
                        """);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whoIsInterruptedSaysSoAndNothingElse() {
        int exitCode = run(
                _ -> {
                    interruption.interrupt();
                    throw new IllegalStateException("a connection was closed under my hands");
                },
                "party");

        assertThat(exitCode).isEqualTo(130);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("interrupted\n");
    }

    @Test
    void whatWasOpenedIsClosedWhateverHappens() {
        StringBuilder closed = new StringBuilder();
        run(
                workplace -> {
                    workplace.keep((AutoCloseable) () -> closed.append("lake "));
                    workplace.keep((AutoCloseable) () -> closed.append("engine "));
                    throw new IllegalStateException("the hare is late");
                },
                "party");

        assertThat(closed).hasToString("engine lake ");
    }

    private Path log() {
        return folder.resolve(".basin/logs/basin.log");
    }

    private static Function<Workplace, Answer> failing(Throwable failure) {
        return _ -> {
            switch (failure) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalArgumentException(failure);
            }
        };
    }

    @Test
    void anOutputThatTakesNothingIsTold() {
        for (String[] words : List.of(new String[] {"party"}, new String[] {"party", "--json"})) {
            err.reset();

            int exitCode = runInto(new FullStream(), _ -> new Guests(), words);

            assertThat(exitCode).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("the output cannot be written")
                    .contains("No space left on device");
        }
    }

    private int run(Function<Workplace, Answer> work, String... words) {
        return runInto(out, work, words);
    }

    private int runInto(OutputStream screen, Function<Workplace, Answer> work, String... words) {
        Surroundings surroundings = new Surroundings(
                folder,
                Map.of(),
                InputStream.nullInputStream(),
                Outlet.plain(screen),
                Outlet.plain(err),
                System::nanoTime);
        return new CommandRunner(surroundings, interruption, List.of(new Party(work))).run(words);
    }

    /// As `/dev/full`.
    private static final class FullStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private record Guests() implements Answer {
        @Override
        public void show(Screen screen) {
            screen.line("hatter");
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeString("hatter");
        }
    }

    @picocli.CommandLine.Command(name = "party")
    private record Party(Function<Workplace, Answer> work) implements Command {
        @Override
        public Answer run(Workplace workplace) {
            return work.apply(workplace);
        }
    }

    private record BrokenAnswer() implements Answer {
        @Override
        public void show(Screen screen) {
            screen.line("hatter");
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeArrayFieldStart("guests");
            json.writeString("hatter");
            throw new ProblemException(Problem.interrupted("the tea is out", Place.NOWHERE));
        }
    }
}
