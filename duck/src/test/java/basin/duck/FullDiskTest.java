package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.testkit.disk.FullDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that has room for less than what is written.
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
    private static final int ROOM = 32 << 10;

    @TempDir
    Path disk;

    @Test
    void isSaidInPlainWordsAndNothingIsLeftOnIt() throws InterruptedException {
        Path files = disk.resolve("files");

        Problem problem = problemOf(connection -> ParquetWriter.write(
                connection,
                "select i, hash(i) as h from range(2000000) t(i)",
                new ParquetLayout(files, FieldIds.NONE, 500_000, List.of())));

        assertThat(problem.what()).isEqualTo("the disk is full");
        assertThat(problem.remedy()).contains("make room");
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void isSaidAsWellOfWhatDoesNotFitIntoMemory() throws InterruptedException {
        Problem problem = problemOf(connection ->
                connection.execute("create temp table sorted as select hash(i) as h, repeat(i::varchar, 10) as text"
                        + " from range(5000000) t(i) order by h"));

        assertThat(problem.what()).isEqualTo("the disk is full");
    }

    /// What goes wrong on a full disk, in a DuckDB that has 64 MiB of memory.
    private Problem problemOf(Consumer<DuckConnection> work) throws InterruptedException {
        return FullDisk.during(ROOM, () -> {
            DuckSettings settings = new DuckSettings(64L << 20, disk.resolve("temp"), 1L << 30, 1);
            try (Duck duck = Duck.open(settings);
                    DuckConnection connection = duck.connect()) {
                return catchThrowableOfType(ProblemException.class, () -> work.accept(connection))
                        .problems()
                        .getFirst();
            }
        });
    }
}
