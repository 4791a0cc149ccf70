package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import basin.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk of 2 MiB, mounted for one process that writes more than that.
final class FullDiskTest {

    private static final String MOUNTED =
            "unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=2m tmpfs \"$DISK\" && exec \"$@\"' sh \"$@\"";

    @TempDir
    Path disk;

    @Test
    void aFullDiskIsSaidInPlainWordsAndNothingIsLeftOnIt() throws IOException, InterruptedException {
        String shell = MOUNTED.replace("$DISK", disk.toString());
        assumeTrue(new ProcessBuilder("sh", "-c", shell, "sh", "true").start().waitFor() == 0, "may not mount a disk");
        ChildJvm child = ChildJvm.run(shell, List.of("-Xmx128m"), Writing.class, disk.toString());
        assertThat(child.output()).isEqualTo("the disk is full; files left: 0");
    }

    /// What the process does.
    static final class Writing {

        private Writing() {}

        public static void main(String[] arguments) throws IOException {
            Path disk = Path.of(arguments[0]);
            DuckSettings settings = new DuckSettings(256L << 20, disk.resolve("temp"), 1L << 30, 1);
            try (Duck duck = Duck.open(settings);
                    DuckConnection connection = duck.connect()) {
                ParquetWriter.write(
                        connection,
                        "select i, hash(i) as h from range(2000000) t(i)",
                        new ParquetLayout(disk, FieldIds.NONE, 500_000, List.of()));
                System.out.print("nothing failed");
            } catch (ProblemException e) {
                System.out.print(e.problems().getFirst().what());
            }
            try (Stream<Path> left = Files.list(disk)) {
                System.out.print("; files left: " + left.count());
            }
        }
    }
}
