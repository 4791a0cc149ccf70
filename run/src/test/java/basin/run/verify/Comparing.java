package basin.run.verify;

import basin.connect.postgres.PostgresSettings;
import basin.connect.postgres.PostgresSource;
import basin.connect.postgres.change.CdcSettings;
import basin.connect.postgres.connection.ConnectionSettings;
import basin.connect.postgres.connection.ConnectionSettings.SslMode;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.plan.CursorSettings;
import basin.connect.postgres.plan.TablePattern;
import basin.core.settings.DataSize;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.AsOf;
import basin.lake.LakeTable;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import basin.run.fixture.ShopLake;
import basin.run.fixture.Unheard;
import basin.run.sync.SyncReport;
import basin.testkit.TemporaryFolder;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A source called `shop` and a lake, and what a test does with them all the time.
final class Comparing implements AutoCloseable {

    private final TemporaryFolder folder = TemporaryFolder.create("verify");
    private final ShopLake shop = ShopLake.in(folder.path());

    private PostgresSettings.Mode mode = PostgresSettings.Mode.FULL;
    private Map<String, CursorSettings> cursors = Map.of();

    /// Loads a table by a column from now on.
    Comparing by(String table, String cursor) {
        mode = PostgresSettings.Mode.INCREMENTAL;
        cursors = Map.of(table, new CursorSettings(cursor, null));
        return this;
    }

    /// Changes the source.
    void execute(String... statements) {
        shop.database().execute(statements);
    }

    PostgresDatabase database() {
        return shop.database();
    }

    void sync() {
        sync(Map.of());
    }

    /// Loads the source, some columns of it otherwise than usual.
    void sync(Map<String, ColumnSettings> columns) {
        SyncReport report = shop.sync("shop", source(columns), new Unheard(), false);
        if (!report.problems().isEmpty()) {
            throw new AssertionError("not everything was loaded: " + report.problems());
        }
    }

    VerifyReport verify(String... only) {
        return verify(Map.of(), only);
    }

    VerifyReport verify(Map<String, ColumnSettings> columns, String... only) {
        return new Verify(shop.lake(), shop.duck(), new Unheard(), Clock.systemUTC())
                .run("shop", source(columns), List.of(only), 10);
    }

    /// Compares the only table there is.
    TableVerdict verdict() {
        VerifyReport report = verify();
        if (!report.problems().isEmpty() || report.verdicts().size() != 1) {
            throw new AssertionError("not one verdict: " + report);
        }
        return report.verdicts().getFirst();
    }

    /// Puts other rows in place of those that a table of the lake has.
    ///
    /// @param select gives them, from `t`, which are those that are there
    void tamper(String table, String select) {
        LakeTable target = shop.table("shop", table).orElseThrow();
        try (DuckConnection connection = shop.duck().connect();
                TableScan scan = target.scan(AsOf.LATEST, Predicate.ANY)) {
            scan.prepare(connection);
            List<ParquetFile> files = ParquetWriter.write(
                    connection,
                    "with t as (" + scan.sql() + ") " + select,
                    new ParquetLayout(target.staging(), target.fieldIds()));
            target.overwrite(files, target.position().orElse(null));
        }
    }

    private PostgresSource source(Map<String, ColumnSettings> columns) {
        ConnectionSettings connection = new ConnectionSettings(
                shop.database().host(),
                shop.database().port(),
                shop.database().name(),
                PostgresServer.SUPERUSER,
                null,
                SslMode.DISABLE,
                null,
                Map.of());
        PostgresSettings settings = new PostgresSettings(
                connection,
                mode,
                Stream.of("public.*").map(TablePattern::new).toList(),
                List.of(),
                cursors,
                columns,
                2,
                DataSize.parse("1MiB"),
                CdcSettings.USUAL);
        return new PostgresSource("shop", settings);
    }

    @Override
    public void close() {
        shop.close();
        folder.close();
    }
}
