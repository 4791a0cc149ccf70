package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.stream.TableName;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import basin.lake.UpkeepPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A project whose user works on it with the installed program.
interface Installed {

    /// The project's folder.
    Path folder();

    /// Runs the program to its end.
    default Shell.Outcome basin(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    /// Runs the program to an end that is a good one, and returns what it says.
    default String succeeds(String... arguments) throws IOException, InterruptedException {
        Shell.Outcome outcome = basin(arguments);
        assertThat(outcome.exit()).as(outcome.output() + outcome.errors()).isZero();
        return outcome.output();
    }

    /// Starts the program.
    default Shell.Running start(String... arguments) throws IOException {
        return new Shell(folder(), Map.of("JAVA_HOME", System.getProperty("java.home")))
                .start(Path.of("target", "basin", "bin", "basin").toAbsolutePath(), arguments);
    }

    /// The first row of an answer, as CSV.
    default String ask(String sql) throws IOException, InterruptedException {
        return answers(sql).getFirst();
    }

    /// The rows of an answer, as CSV.
    default List<String> answers(String sql) throws IOException, InterruptedException {
        return succeeds("sql", "--format", "csv", sql).lines().skip(1).toList();
    }

    /// The lake of a project that says nothing of where it is to lie.
    default LakeSettings lake() {
        return LakeSettings.local(folder().resolve(".basin/lake"), folder().resolve(".basin/system.db"));
    }

    /// How many files upkeep finds in the folders of tables that nothing names.
    static int filesThatNothingNames(LakeSettings settings, List<TableName> tables) {
        try (Lake lake = Lake.open(settings)) {
            return tables.stream()
                    .mapToInt(table -> lake.table(table)
                            .upkeep(UpkeepPolicy.USUAL, Clock.systemUTC())
                            .files())
                    .sum();
        }
    }
}
