package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.stream.TableName;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import basin.lake.UpkeepPolicy;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/// A project with one source, `shop`, that a user works on with the program.
///
/// @param folder the project's
record ShopProject(Path folder) {
    private static final Path BASIN = Path.of("target", "basin", "bin", "basin").toAbsolutePath();

    /// Writes the source's file: every table of a database, in small chunks.
    ///
    /// @param lines what else it says
    ShopProject reading(PostgresDatabase database, String... lines) throws IOException {
        return readingAs(PostgresServer.SUPERUSER, "none", database, lines);
    }

    /// As above, as another user.
    ShopProject readingAs(String user, String password, PostgresDatabase database, String... lines) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("sources")).resolve("shop.yml"), """
                name: shop
                type: postgres
                connection: {host: %s, port: %d, database: %s, user: %s, password: %s, sslmode: disable}
                tables: [public.*]
                chunk_size: 4MiB
                %s
                """.formatted(
                        database.host(), database.port(), database.name(), user, password, String.join("\n", lines)));
        return this;
    }

    /// Runs the program to its end.
    Shell.Outcome basin(String... arguments) throws IOException, InterruptedException {
        return shell().run(BASIN, arguments);
    }

    /// Runs the program to an end that is a good one, and returns what it says.
    String succeeds(String... arguments) throws IOException, InterruptedException {
        Shell.Outcome outcome = basin(arguments);
        assertThat(outcome.exit()).as(outcome.output() + outcome.errors()).isZero();
        return outcome.output();
    }

    /// Starts the program.
    Shell.Running start(String... arguments) throws IOException {
        return shell().start(BASIN, arguments);
    }

    /// What the program says is wrong, which is one thing and said in words.
    static String failure(Shell.Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.output() + outcome.errors()).isEqualTo(1);
        assertThat(outcome.errors()).containsOnlyOnce("    fix: ").doesNotContain("\tat ", "Exception");
        return outcome.errors();
    }

    /// The first row of an answer, as CSV.
    String ask(String sql) throws IOException, InterruptedException {
        return succeeds("sql", "--format", "csv", sql)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    /// How many files upkeep finds in the folders of tables that nothing names.
    int filesThatNothingNames(String... tables) {
        return filesThatNothingNames(
                LakeSettings.local(folder.resolve(".basin/lake"), folder.resolve(".basin/system.db")), tables);
    }

    /// As above, in a lake that lies elsewhere.
    static int filesThatNothingNames(LakeSettings settings, String... tables) {
        try (Lake lake = Lake.open(settings)) {
            return Stream.of(tables)
                    .mapToInt(table -> lake.table(new TableName("shop", table))
                            .upkeep(UpkeepPolicy.USUAL, Clock.systemUTC())
                            .files())
                    .sum();
        }
    }

    private Shell shell() {
        return new Shell(folder, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }
}
