package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.lake.catalog.SystemDatabase;
import basin.lake.scan.Predicate;
import basin.lake.storage.LocalPaths;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening a lake says plainly what is wrong with it.
class OpeningTest {
    private static final Schema SCHEMA = Schema.of(Field.optional("id", Type.Primitive.INT));

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Files.writeString(folder.resolve("system.db"), "this is a letter, and a long one: ".repeat(99));

        assertThatThrownBy(() -> Lake.open(settings()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not a system database of Basin")
                .hasMessageContaining("system.db");
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() throws SQLException {
        sql("create table iceberg_tables (here varchar, be varchar, dragons varchar)");

        assertThatThrownBy(() -> Lake.open(settings()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not a system database of Basin");
    }

    @Test
    void aLakeWhoseFolderWasMovedSaysWhichFileIsMissing() throws IOException {
        try (Lake lake = Lake.open(settings())) {
            Workbench.create(lake, "orders", SCHEMA);
        }
        Files.move(folder.resolve("lake"), folder.resolve("elsewhere"));

        try (Lake lake = Lake.open(settings())) {
            assertThat(lake.tables()).hasSize(1);
            assertThatThrownBy(() -> lake.table(Workbench.table("orders")))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("a file of the lake is missing")
                    .hasMessageContaining(folder.resolve("lake").toString());
            assertThat(lake.drop(Workbench.table("orders"))).isTrue();
            assertThat(lake.tables()).isEmpty();
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Files.writeString(folder.resolve("lake"), "no folder");

        try (Lake lake = Lake.open(settings())) {
            assertThatThrownBy(() -> Workbench.create(lake, "orders", SCHEMA))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(folder.resolve("lake").toString());
        }
    }

    @Test
    void anUnknownKindOfPlaceIsRefused() {
        LakeSettings settings = new LakeSettings("ftp://host/lake", settings().database(), Optional.empty());

        assertThatThrownBy(() -> Lake.open(settings))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no lake can lie at 'ftp://host/lake'");
    }

    @Test
    void theCatalogMayBeInPostgres() {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase();
                Workbench bench = new Workbench(folder)) {
            LakeSettings settings = new LakeSettings(
                    LocalPaths.location(folder.resolve("lake")),
                    new SystemDatabase.Postgres(database.url(), PostgresServer.SUPERUSER, ""),
                    Optional.empty());
            try (Lake lake = Lake.open(settings)) {
                LakeTable table = Workbench.create(lake, "orders", SCHEMA);
                table.append(bench.files(table, "select 1::integer id"), null);
            }
            try (Lake lake = Lake.open(settings)) {
                assertThat(bench.rows(lake.table(Workbench.table("orders")))).containsExactly("1");
            }
        }
    }

    @Test
    void aPostgresThatIsDownMayComeBack() {
        LakeSettings settings = new LakeSettings(
                LocalPaths.location(folder.resolve("lake")),
                new SystemDatabase.Postgres("jdbc:postgresql://127.0.0.1:1/none", "basin", "secret"),
                Optional.empty());

        assertThatThrownBy(() -> Lake.open(settings))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be reached")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("secret"));
    }

    @Test
    void aPasswordInTheUrlIsNotShown() {
        SystemDatabase database = new SystemDatabase.Postgres(
                "jdbc:postgresql://basin:secret@127.0.0.1:1/none?PASSWORD=secret&connectTimeout=1", "basin", "secret");

        assertThat(database.name()).isEqualTo("system database (jdbc:postgresql://127.0.0.1:1/none)");
        assertThat(database.toString()).doesNotContain("secret");
        LakeSettings settings =
                new LakeSettings(LocalPaths.location(folder.resolve("lake")), database, Optional.empty());
        assertThatThrownBy(() -> Lake.open(settings))
                .isInstanceOf(ProblemException.class)
                .satisfies(thrown -> {
                    StringWriter log = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(log, true));
                    assertThat(log.toString()).doesNotContain("secret");
                });
    }

    @Test
    void severalProcessesMayReadWhileOneWrites() {
        try (Lake writer = Lake.open(settings());
                Lake reader = Lake.open(settings());
                Workbench bench = new Workbench(folder)) {
            LakeTable table = Workbench.create(writer, "orders", SCHEMA);
            LakeTable seen = reader.table(table.name());
            table.append(bench.files(table, "select 1::integer id"), null);

            assertThat(bench.rows(seen, AsOf.LATEST, Predicate.ANY)).isEmpty();
            assertThat(bench.rows(reader.table(table.name()))).containsExactly("1");
        }
    }

    /// Two projects, or two machines with a project each, that were given the same place for their lakes.
    @Test
    void twoCatalogsWithOneFolderLeaveEachOthersTablesAlone() {
        LakeSettings others = LakeSettings.local(folder.resolve("lake"), folder.resolve("other.db"));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(9));
        try (Lake lake = Lake.open(settings());
                Lake other = Lake.open(others);
                Workbench bench = new Workbench(folder)) {
            LakeTable ours = Workbench.create(lake, "orders", SCHEMA);
            LakeTable theirs = Workbench.create(other, "orders", SCHEMA);
            ours.append(bench.files(ours, "select 1::integer id"), null);
            theirs.append(bench.files(theirs, "select 2::integer id"), null);

            ours.upkeep(UpkeepPolicy.USUAL, later);
            theirs.upkeep(UpkeepPolicy.USUAL, later);
            theirs.overwrite(bench.files(theirs, "select 3::integer id"), null);
            theirs.upkeep(new UpkeepPolicy(Duration.ZERO, 1), later);

            assertThat(bench.rows(lake.table(ours.name()))).containsExactly("1");
            assertThat(bench.rows(other.table(theirs.name()))).containsExactly("3");
            other.drop(theirs.name());
            assertThat(bench.rows(lake.table(ours.name()))).containsExactly("1");
        }
    }

    private LakeSettings settings() {
        return LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db"));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("system.db"));
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
