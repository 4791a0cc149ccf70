package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.lake.catalog.SystemDatabase;
import basin.lake.scan.Predicate;
import basin.lake.storage.LocalPaths;
import basin.lake.storage.S3Settings;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// As `mv` and `cp -r` do it to a project.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLakeGoesOnWhereItWasMovedOrCopiedTo(boolean moved) throws IOException {
        Path before = Files.createDirectories(folder.resolve("before"));
        Path after = folder.resolve("after");
        TableName orders = Workbench.table("orders");
        Schema keyed = Schema.of(Field.required("id", Type.Primitive.INT)).withPrimaryKey("id");
        try (Lake lake = Lake.open(settings(before));
                Workbench bench = new Workbench(folder)) {
            LakeTable table = Workbench.create(lake, "orders", keyed);
            table.append(bench.files(table, "select 1::integer id union all select 2"), null);
        }
        if (moved) {
            Files.move(before, after);
        } else {
            copy(before, after);
        }

        for (int round = 3; round < 5; round++) {
            try (Lake lake = Lake.open(settings(after));
                    Workbench bench = new Workbench(folder)) {
                LakeTable table = lake.table(orders);
                table.merge(
                        bench.files(table, "select 2::integer id union all select " + round),
                        List.of("id"),
                        null,
                        bench.connection());
                Workbench.create(lake, "later" + round, SCHEMA);
                assertThat(table.upkeep(UpkeepPolicy.USUAL, Clock.systemUTC()).files())
                        .isZero();
                assertThat(table.staging()).startsWith(after);
            }
        }

        try (Lake lake = Lake.open(settings(after));
                Workbench bench = new Workbench(folder)) {
            assertThat(bench.rows(lake.table(orders))).containsExactly("1", "2", "3", "4");
            assertThat(lake.table(Workbench.table("later3")).rows()).isZero();
        }
        assertThat(before.resolve("lake"))
                .satisfies(old -> assertThat(Files.exists(old)).isEqualTo(!moved));
        if (!moved) {
            try (Lake lake = Lake.open(settings(before));
                    Workbench bench = new Workbench(folder)) {
                assertThat(bench.rows(lake.table(orders)))
                        .as("the copy's writes")
                        .containsExactly("1", "2");
            }
        }
    }

    @Test
    void anotherPlaceInTheSettingsAloneIsRefusedWithTheWayOut() {
        try (Lake lake = Lake.open(settings())) {
            Workbench.create(lake, "orders", SCHEMA);
        }
        LakeSettings changed = LakeSettings.local(folder.resolve("new"), folder.resolve("system.db"));

        assertThatThrownBy(() -> Lake.open(changed))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(folder.resolve("new").toString())
                .hasMessageContaining("mv " + folder.resolve("lake") + " " + folder.resolve("new"))
                .hasMessageContaining("set 'lake.location' back");
        LakeSettings bucket = new LakeSettings(
                "s3://bucket/lake",
                settings().database(),
                Optional.of(new S3Settings("us-east-1", Optional.empty(), Optional.empty(), folder, 1)));
        assertThatThrownBy(() -> Lake.open(bucket))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("s3://bucket/lake")
                .hasMessageContaining(folder.resolve("lake").toString());
    }

    @Test
    void aLakeWithoutTablesMayBeginElsewhere() {
        Lake.open(settings()).close();
        LakeSettings changed = LakeSettings.local(folder.resolve("new"), folder.resolve("system.db"));

        try (Lake lake = Lake.open(changed)) {
            assertThat(Workbench.create(lake, "orders", SCHEMA).staging()).startsWith(folder.resolve("new"));
        }
    }

    /// As in an archive, a snapshot of a disk, or a folder of somebody else's.
    @Test
    void aLakeThatMayNotBeWrittenIsRead() throws IOException {
        try (Lake lake = Lake.open(settings());
                Workbench bench = new Workbench(folder)) {
            LakeTable table = Workbench.create(lake, "orders", SCHEMA);
            table.append(bench.files(table, "select 1::integer id"), null);
        }
        Path database = folder.resolve("system.db");
        try (ReadOnly _ = ReadOnly.of(database, folder);
                Lake lake = Lake.open(settings())) {
            assumeThat(Files.isWritable(database)).as("root may write anywhere").isFalse();
            LakeTable table = lake.table(Workbench.table("orders"));

            assertThat(table.rows()).isEqualTo(1);
            assertThatThrownBy(() -> table.append(List.of(), new Position("0/1")))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("let this user read and write");
            assertThat(table.rows()).isEqualTo(1);
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

    /// A file and a folder that nobody may write, for a while.
    private record ReadOnly(Path file, Path folder) implements AutoCloseable {
        static ReadOnly of(Path file, Path folder) throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
            return new ReadOnly(file, folder);
        }

        @Override
        public void close() throws IOException {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private LakeSettings settings() {
        return settings(folder);
    }

    private static LakeSettings settings(Path home) {
        return LakeSettings.local(home.resolve("lake"), home.resolve("system.db"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("system.db"));
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
