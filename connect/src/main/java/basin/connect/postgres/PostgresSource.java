package basin.connect.postgres;

import basin.connect.Discovery;
import basin.connect.Source;
import basin.connect.SourceSnapshot;
import basin.connect.postgres.connection.Connector;
import basin.connect.postgres.plan.StreamPlanner;
import basin.connect.postgres.snapshot.PostgresSnapshot;
import java.util.Map;

/// A Postgres database.
public final class PostgresSource implements Source {

    private final PostgresSettings settings;
    private final Connector connector;

    /// @param name the source's name, for problems
    public PostgresSource(String name, PostgresSettings settings) {
        this.settings = settings;
        this.connector = new Connector(name, settings.connection());
    }

    @Override
    public Discovery discover() {
        try (SourceSnapshot snapshot = snapshot()) {
            return snapshot.discovery();
        }
    }

    @Override
    public SourceSnapshot snapshot() {
        StreamPlanner.Choice choice = new StreamPlanner.Choice(
                settings.tables(),
                settings.exclude(),
                settings.mode() == PostgresSettings.Mode.INCREMENTAL ? settings.cursor() : Map.of(),
                settings.columns(),
                settings.mode() == PostgresSettings.Mode.CDC);
        return PostgresSnapshot.open(
                connector, choice, settings.readers(), settings.chunkSize().bytes());
    }
}
