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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a sync that something stopped, and what the next one makes of it.
final class BrokenSyncIT {
    private static final Path BASIN = Path.of("target", "basin", "bin", "basin").toAbsolutePath();
    private static final int ROWS = 400_000;

    @TempDir
    Path project;

    private PostgresDatabase database;

    @BeforeEach
    void fillADatabase() throws IOException {
        database = PostgresServer.shared().createDatabase();
        database.execute(
                "create table big (id int primary key, note text not null, amount numeric(12, 2))",
                "insert into big select n, repeat(md5(n::text), 4), n / 100.0 from generate_series(1, %d) n"
                        .formatted(ROWS),
                "create table small (id int primary key, name text)",
                "insert into small values (1, 'one'), (2, null)",
                "create role reader login password 'right' superuser");
        source("right");
    }

    @AfterEach
    void dropIt() {
        database.execute("drop role reader");
        database.close();
    }

    @Test
    void aSyncThatIsKilledAgainAndAgainLosesNothingAndDoublesNothing() throws IOException, InterruptedException {
        Random random = new Random(7);
        for (int attempt = 0; attempt < 6; attempt++) {
            Process sync = new ProcessBuilder(BASIN.toString(), "sync", "shop")
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(project.resolve("killed.log").toFile())
                    .start();
            boolean ended = sync.waitFor(300 + random.nextInt(2500), TimeUnit.MILLISECONDS);
            sync.descendants().forEach(ProcessHandle::destroyForcibly);
            sync.destroyForcibly().waitFor();
            if (ended) {
                break;
            }
            assertThat(count("select count(*) from information_schema.tables where table_name = 'big'"))
                    .isIn("0", "1");
        }

        Shell.Outcome sync = basin("sync", "shop");

        assertThat(sync.exit()).as(sync.output() + sync.errors()).isZero();
        assertThat(
                        count(
                                "select count(*), count(distinct id), sum(id), sum(amount), count(distinct note) from shop.big"))
                .isEqualTo("%d,%d,%d,%d.00,%d"
                        .formatted(ROWS, ROWS, ROWS * (ROWS + 1L) / 2, ROWS * (ROWS + 1L) / 200, ROWS));
        assertThat(filesThatNothingNames()).isZero();
    }

    @Test
    void aWrongPasswordIsOneClearMessage() throws IOException, InterruptedException {
        source("wrong-and-secret");

        Shell.Outcome sync = basin("sync", "shop");

        assertThat(sync.exit()).isEqualTo(1);
        assertThat(sync.errors()).contains("password", "reader").doesNotContain("wrong-and-secret", "\tat ");
    }

    @Test
    void aDatabaseThatIsDownIsOneClearMessage() throws IOException, InterruptedException {
        try (PostgresServer gone = PostgresServer.start(Map.of());
                PostgresDatabase there = gone.createDatabase()) {
            source(there, "right");
        }

        Shell.Outcome sync = basin("sync", "shop");

        assertThat(sync.exit()).isEqualTo(1);
        assertThat(sync.errors()).contains("nothing answers there", "fix: ").doesNotContain("\tat ");
    }

    private Shell.Outcome basin(String... arguments) throws IOException, InterruptedException {
        return new Shell(project, Map.of("JAVA_HOME", System.getProperty("java.home"))).run(BASIN, arguments);
    }

    /// The first row of an answer, as CSV.
    private String count(String sql) throws IOException, InterruptedException {
        Shell.Outcome outcome = basin("sql", "--format", "csv", sql);
        assertThat(outcome.exit()).as(outcome.errors()).isZero();
        return outcome.output().lines().skip(1).findFirst().orElseThrow();
    }

    /// How many files upkeep finds in the table's folders that nothing names, once the sync has been through them.
    private int filesThatNothingNames() {
        LakeSettings settings = LakeSettings.local(project.resolve(".basin/lake"), project.resolve(".basin/system.db"));
        try (Lake lake = Lake.open(settings)) {
            return lake.table(new TableName("shop", "big"))
                    .upkeep(UpkeepPolicy.USUAL, Clock.systemUTC())
                    .files();
        }
    }

    private void source(String password) throws IOException {
        source(database, password);
    }

    private void source(PostgresDatabase where, String password) throws IOException {
        Files.writeString(Files.createDirectories(project.resolve("sources")).resolve("shop.yml"), """
                name: shop
                type: postgres
                connection: {host: %s, port: %d, database: %s, user: reader, password: %s}
                mode: full
                tables: [public.*]
                chunk_size: 4MiB
                """.formatted(
                        where.host(), where.port(), where.name(), password));
    }
}
