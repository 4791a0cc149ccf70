package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.lake.Lake;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a build that was killed, and what `retry` makes of it.
final class BrokenBuildIT {
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    private NumberedProject project;

    @BeforeEach
    void writeAProject() throws IOException {
        project = NumberedProject.in(folder);
    }

    @Test
    void aBuildThatIsKilledLeavesEveryTableAsItWasOrAsItWillBeAndRetryDoesTheRest()
            throws IOException, InterruptedException {
        int whole = millisOf(1);
        Random random = new Random(11);
        int number = 1;
        for (int attempt = 0; attempt < KILLS; attempt++) {
            Set<String> done = killed(project.build(number + 1), whole / 4 + random.nextInt(whole));

            assertThat(project.builds())
                    .as("after the kill")
                    .hasSameSizeAs(NumberedProject.STEPS)
                    .allMatch(isOneOf(number, number + 1));

            Set<String> again = stepsOf(project.succeeds("retry", "--json"));
            assertThat(NumberedProject.STEPS).as("steps there are").containsAll(again);
            assertThat(done).as("what was done before").noneMatch(again::contains);
            boolean hadBegun = !again.isEmpty() || !done.isEmpty();
            number += hadBegun ? 1 : 0;
            assertThat(project.builds()).isEqualTo(NumberedProject.all(number));
        }

        assertThat(number).as("builds that had begun when they were killed").isGreaterThan(KILLS / 2);
        project.succeeds(project.build(number + 1));
        assertThat(project.builds()).isEqualTo(NumberedProject.all(number + 1));
        assertThatNothingIsLeftBehind();
    }

    @Test
    void aFirstBuildThatIsKilledAgainAndAgainLeavesNoHalfTableAndNoFilesOfOne()
            throws IOException, InterruptedException {
        int whole = millisOf(1);
        Random random = new Random(12);
        forgetEverything();
        for (int attempt = 0; attempt < KILLS; attempt++) {
            killed(project.build(1), whole / 2 + random.nextInt(whole / 2));
        }

        project.succeeds(project.build(1));

        assertThat(project.builds()).isEqualTo(NumberedProject.all(1));
        assertThatNothingIsLeftBehind();
    }

    private void forgetEverything() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".basin"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// How long a build takes.
    private int millisOf(int number) throws IOException, InterruptedException {
        String[] command = project.build(number);
        long begin = System.nanoTime();
        project.succeeds(command);
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /// Starts a command and kills it after a while.
    ///
    /// @return the unique ids of the steps whose end it has told
    private Set<String> killed(String[] command, int millis) throws IOException, InterruptedException {
        Shell.Running running = project.start(command);
        var _ = running.process().waitFor(millis, TimeUnit.MILLISECONDS);
        running.kill();
        List<String> lines = Files.readAllLines(running.errors());
        Set<String> done = new HashSet<>();
        for (String step : NumberedProject.STEPS) {
            String name = " main." + step.substring(step.lastIndexOf('.') + 1) + " ";
            if (lines.stream().anyMatch(line -> line.contains(" OK ") && line.contains(name))) {
                done.add(step);
            }
        }
        return done;
    }

    private static Set<String> stepsOf(String report) throws IOException {
        return new HashSet<>(
                new ObjectMapper().readTree(report).path("result").path("steps").findValuesAsText("id"));
    }

    private static Predicate<String> isOneOf(int before, int now) {
        return line -> line.endsWith("," + before) || line.endsWith("," + now);
    }

    private void assertThatNothingIsLeftBehind() throws IOException {
        try (Lake lake = Lake.open(project.lake());
                Stream<Path> tables = Files.list(folder.resolve(".basin/lake/main"));
                Stream<Path> state = Files.walk(folder.resolve(".basin"))) {
            assertThat(tables).as("folders of tables").hasSameSizeAs(lake.tables());
            assertThat(state).as("folders of temporary files").noneMatch(file -> file.endsWith("tmp"));
            assertThat(Installed.filesThatNothingNames(project.lake(), lake.tables()))
                    .as("files of tables that nothing names")
                    .isZero();
        }
    }
}
