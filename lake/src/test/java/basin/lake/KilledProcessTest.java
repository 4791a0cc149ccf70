package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at any moment.
class KilledProcessTest {
    @TempDir
    Path folder;

    @Test
    void whatWasCommittedStaysAndNothingElseDoes() throws Exception {
        int appended = 0;
        int loaded = 0;
        for (int kill = 1; kill <= 3; kill++) {
            List<String> said = runAndKillAfter(3 * kill);
            appended += count(said, "appended");
            loaded += count(said, "loaded");

            try (Lake lake = open();
                    Workbench bench = new Workbench(folder)) {
                LakeTable table = lake.table(Workbench.table("appended"));
                int rows = bench.rows(table).size();
                // A commit may have happened that the process did not live to speak of.
                assertThat(rows).isBetween(appended, appended + 1);
                assertThat(bench.rows(table))
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, rows)
                                .mapToObj(String::valueOf)
                                .toList());
                assertThat(table.position()).contains(new Position(String.valueOf(rows - 1)));
                LakeTable other = lake.table(Workbench.table("loaded"));
                List<ChunkReceipt> receipts =
                        other.unfinishedLoad().orElseThrow().receipts();
                assertThat(receipts).hasSizeBetween(loaded, loaded + 1);
                assertThat(bench.rows(other)).isEmpty();
                appended = rows;
                loaded = receipts.size();
            }
        }
        assertThatUpkeepClearsUp(loaded);
    }

    private void assertThatUpkeepClearsUp(int loaded) {
        try (Lake lake = open();
                Workbench bench = new Workbench(folder)) {
            LakeTable table = lake.table(Workbench.table("loaded"));
            UpkeepPolicy newest = new UpkeepPolicy(Duration.ZERO, 1);
            table.upkeep(newest, Clock.systemUTC());
            table.unfinishedLoad().orElseThrow().publish(new Position("end"));
            assertThat(bench.rows(table)).hasSize(loaded);
            table.upkeep(newest, Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
            assertThat(bench.rows(lake.table(table.name()))).hasSize(loaded);
            assertThat(table.staging().toFile().list()).hasSize(loaded);
        }
    }

    /// Runs a [LoadingProcess] until it has said so many lines, and kills it in the middle of what follows.
    private List<String> runAndKillAfter(int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = output.lines().limit(lines).toList();
            // Through its handle, so that what it said last can still be read.
            process.toHandle().destroyForcibly();
            List<String> rest = output.lines().toList();
            return Stream.concat(said.stream(), rest.stream()).toList();
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private Lake open() {
        return Lake.open(LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db")));
    }

    private static int count(List<String> said, String what) {
        return (int) said.stream().filter(line -> line.startsWith(what)).count();
    }
}
