package basin.connect.postgres;

import basin.connect.Discovery;
import basin.connect.Source;
import basin.connect.SourceSnapshot;
import basin.connect.change.ChangeFeed;
import basin.connect.change.Followable;
import basin.connect.postgres.change.SlotFeed;
import basin.connect.postgres.connection.Connector;
import basin.connect.postgres.plan.StreamPlanner;
import basin.connect.postgres.snapshot.PostgresSnapshot;
import java.util.Map;
import java.util.Optional;

/// A Postgres database.
public final class PostgresSource implements Source, Followable {

    private final PostgresSettings settings;
    private final Connector connector;
    private final String name;

    /// @param name the source's name, for problems
    public PostgresSource(String name, PostgresSettings settings) {
        this.name = name;
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
        return PostgresSnapshot.open(
                connector, choice(), settings.readers(), settings.chunkSize().bytes());
    }

    @Override
    public Optional<ChangeFeed> changes() {
        return settings.mode() == PostgresSettings.Mode.CDC
                ? Optional.of(new SlotFeed(name, settings.cdc(), connector, choice()))
                : Optional.empty();
    }

    private StreamPlanner.Choice choice() {
        return new StreamPlanner.Choice(
                settings.tables(),
                settings.exclude(),
                settings.mode() == PostgresSettings.Mode.INCREMENTAL ? settings.cursor() : Map.of(),
                settings.columns(),
                settings.mode() == PostgresSettings.Mode.CDC);
    }
}
