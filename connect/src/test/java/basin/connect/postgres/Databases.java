package basin.connect.postgres;

import basin.connect.postgres.change.CdcSettings;
import basin.connect.postgres.connection.ConnectionSettings;
import basin.connect.postgres.connection.ConnectionSettings.SslMode;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.plan.CursorSettings;
import basin.connect.postgres.plan.TablePattern;
import basin.core.settings.DataSize;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Settings for the databases of tests.
final class Databases {
    private Databases() {}

    static ConnectionSettings connection(String host, int port, String database) {
        return new ConnectionSettings(
                host, port, database, PostgresServer.SUPERUSER, null, SslMode.DISABLE, null, Map.of());
    }

    static ConnectionSettings connection(PostgresDatabase database) {
        return connection(database.host(), database.port(), database.name());
    }

    /// Everything in the schema public, in full.
    static PostgresSettings settings(PostgresDatabase database) {
        return settings(connection(database), Map.of(), "public.*");
    }

    static PostgresSettings settings(PostgresDatabase database, String... tables) {
        return settings(connection(database), Map.of(), tables);
    }

    static PostgresSettings settings(
            ConnectionSettings connection, Map<String, ColumnSettings> columns, String... tables) {
        return settings(connection, columns, DataSize.parse("1MiB"), tables);
    }

    static PostgresSettings settings(
            ConnectionSettings connection, Map<String, ColumnSettings> columns, DataSize chunkSize, String... tables) {
        return new PostgresSettings(
                connection,
                PostgresSettings.Mode.FULL,
                patterns(tables),
                List.of(),
                Map.of(),
                columns,
                2,
                chunkSize,
                CdcSettings.USUAL);
    }

    static PostgresSettings incremental(PostgresDatabase database, Map<String, CursorSettings> cursors) {
        return new PostgresSettings(
                connection(database),
                PostgresSettings.Mode.INCREMENTAL,
                patterns("public.*"),
                List.of(),
                cursors,
                Map.of(),
                2,
                DataSize.parse("1MiB"),
                CdcSettings.USUAL);
    }

    /// A source that follows the tables of a database.
    static PostgresSource followed(PostgresDatabase database) {
        return followed(database, Map.of());
    }

    static PostgresSource followed(PostgresDatabase database, Map<String, ColumnSettings> columns) {
        PostgresSettings settings = new PostgresSettings(
                connection(database),
                PostgresSettings.Mode.CDC,
                patterns("public.*"),
                List.of(),
                Map.of(),
                columns,
                2,
                DataSize.parse("1MiB"),
                new CdcSettings("basin_" + database.name(), null, false));
        return new PostgresSource(database.name(), settings);
    }

    static List<TablePattern> patterns(String... patterns) {
        return Stream.of(patterns).map(TablePattern::new).toList();
    }
}
