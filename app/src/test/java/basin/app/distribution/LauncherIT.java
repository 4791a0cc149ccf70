package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.app.cli.JvmOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder that the build makes, run as its user runs it.
final class LauncherIT {
    private static final Path DISTRIBUTION = Path.of("target", "basin").toAbsolutePath();

    @TempDir
    Path elsewhere;

    @Test
    void runsFromAnyFolder() throws IOException, InterruptedException {
        Shell.Outcome outcome = shell().run(DISTRIBUTION.resolve("bin/basin"), "--version");

        assertThat(outcome).isEqualTo(new Shell.Outcome(0, "basin 0.1.0-SNAPSHOT\n", ""));
    }

    @Test
    void runsThroughALink() throws IOException, InterruptedException {
        Path absolute = Files.createSymbolicLink(elsewhere.resolve("absolute"), DISTRIBUTION.resolve("bin/basin"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("basin"), absolute.getFileName());

        assertThat(shell().run(link, "--version").output()).isEqualTo("basin 0.1.0-SNAPSHOT\n");
    }

    @Test
    void runsFromWhereverItWasMovedTo() throws IOException, InterruptedException {
        Path moved = moved();

        assertThat(shell().run(moved.resolve("bin/basin"), "--version"))
                .isEqualTo(new Shell.Outcome(0, "basin 0.1.0-SNAPSHOT\n", ""));
        assertThat(caches(moved)).as("caches for fast starts").hasSize(1);
    }

    @Test
    void keepsToItselfThatItsCacheForFastStartsIsBroken() throws IOException, InterruptedException {
        Path moved = moved();
        shell().run(moved.resolve("bin/basin"), "--version");
        Files.writeString(caches(moved).getFirst(), "broken");

        assertThat(shell().run(moved.resolve("bin/basin"), "--version"))
                .isEqualTo(new Shell.Outcome(0, "basin 0.1.0-SNAPSHOT\n", ""));
    }

    @Test
    void madeACacheForFastStartsOnlyOnce() throws IOException, InterruptedException {
        Path moved = moved();
        shell().run(moved.resolve("bin/basin"), "--version");
        Path cache = caches(moved).getFirst();
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(cache, longAgo);

        shell().run(moved.resolve("bin/basin"), "--version");

        assertThat(caches(moved)).containsExactly(cache);
        assertThat(Files.getLastModifiedTime(cache)).isEqualTo(longAgo);
    }

    @Test
    void worksWhereNothingCanBePreparedForFastStartsAndSaysSoOnce() throws IOException, InterruptedException {
        Path moved = moved();
        Shell shell = shell().with("BASIN_OPTS", "-Djava.io.tmpdir=" + elsewhere.resolve("missing"));

        Shell.Outcome first = shell.run(moved.resolve("bin/basin"), "--version");
        Shell.Outcome second = shell.run(moved.resolve("bin/basin"), "--version");

        assertThat(first.output()).isEqualTo("basin 0.1.0-SNAPSHOT\n");
        assertThat(first.errors()).contains("slower here than it could be").containsPattern(moved + ".*\\.log");
        assertThat(second.output()).isEqualTo("basin 0.1.0-SNAPSHOT\n");
        assertThat(second.errors()).doesNotContain("slower here");
    }

    @Test
    void givesTheJvmTheUsersOptions() throws IOException, InterruptedException {
        Shell.Outcome outcome = shell().with("BASIN_OPTS", "-Xmx64m -XX:+PrintFlagsFinal")
                .run(DISTRIBUTION.resolve("bin/basin"), "--version");

        assertThat(outcome.output()).containsPattern("MaxHeapSize += 67108864 ");
    }

    @Test
    void givesTheJvmALargerHeapWhereThatIsFollowedWhichIsAdvised() throws IOException, InterruptedException {
        String[] advice = JvmOptions.LARGER_HEAP.split("=", 2);

        Shell.Outcome outcome = shell().with(advice[0], advice[1] + " -XX:+PrintFlagsFinal")
                .run(DISTRIBUTION.resolve("bin/basin"), "--version");

        assertThat(outcome.output()).containsPattern("MaxHeapSize += " + (1L << 30) + " ");
    }

    @Test
    void wrongArgumentsAreAnsweredWithTheWayToHelpAndExit2() throws IOException, InterruptedException {
        Shell.Outcome outcome = shell().run(DISTRIBUTION.resolve("bin/basin"), "--no-such-option");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("--no-such-option").contains("see basin --help");
    }

    /// A second distribution, in a folder with a space in its name.
    private Path moved() throws IOException {
        Path moved = elsewhere.resolve("moved here");
        Files.createDirectories(moved.resolve("bin"));
        for (String program : List.of("basin", "find-jdk.sh")) {
            Files.copy(
                    DISTRIBUTION.resolve("bin").resolve(program),
                    moved.resolve("bin").resolve(program));
            assertThat(moved.resolve("bin").resolve(program).toFile().setExecutable(true))
                    .isTrue();
        }
        Files.createSymbolicLink(moved.resolve("lib"), DISTRIBUTION.resolve("lib"));
        return moved;
    }

    private static List<Path> caches(Path distribution) throws IOException {
        try (Stream<Path> files = Files.list(distribution.resolve("aot"))) {
            return files.toList();
        }
    }

    private Shell shell() {
        return new Shell(elsewhere, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }
}
