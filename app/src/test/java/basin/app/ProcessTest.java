package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can only be seen of a process of its own.
final class ProcessTest {

    private static final List<String> HEAVY = List.of(
            " com.fasterxml.jackson.databind.ObjectMapper",
            " org.apache.iceberg",
            " org.duckdb",
            " org.postgresql",
            " org.sqlite",
            " software.amazon");

    /// 128 and the number of SIGTERM.
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void checkWaitsForNoLibraryItDoesNotNeed() throws IOException, InterruptedException {
        new Typed(folder).basin("init", ".");
        Path loaded = folder.resolve("loaded.txt");

        Process check = start(List.of("-Xlog:class+load:file=" + loaded), "check");

        assertThat(check.waitFor()).isZero();
        List<String> lines = Files.readAllLines(loaded);
        assertThat(lines).anyMatch(line -> line.contains(" basin.core.project.Project "));
        assertThat(lines.stream().filter(line -> HEAVY.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoReasonToComplain() throws IOException, InterruptedException {
        Process completion = start(List.of(), "completion", "bash");
        completion.getInputStream().close();

        assertThat(completion.waitFor()).isZero();
        assertThat(folder.resolve("err.txt")).isEmptyFile();
    }

    @Test
    void aQueryStopsWhenItsProcessIsToldTo() throws IOException, InterruptedException {
        new Typed(folder).basin("init", ".");
        Process query = start(List.of(), "sql", "--format", "csv", "from range(1000000000000)");
        query.getInputStream().read();

        // As Ctrl-C does, which test processes in the background never see.
        query.toHandle().destroy();
        query.getInputStream().transferTo(OutputStream.nullOutputStream());

        assertThat(query.waitFor()).isEqualTo(TERMINATED);
        assertThat(folder.resolve("err.txt")).hasContent("interrupted\n");
    }

    @Test
    void whoWaitsForInputStopsAtOnce() throws IOException, InterruptedException {
        Process waiting = start(List.of(), "sql", "-");

        waiting.toHandle().destroy();

        assertThat(waiting.waitFor()).isEqualTo(TERMINATED);
    }

    private Process start(List<String> options, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(new File(folder.toFile(), "err.txt"))
                .start();
    }
}
