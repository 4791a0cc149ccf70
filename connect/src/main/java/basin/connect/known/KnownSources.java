package basin.connect.known;

import basin.connect.SourceType;
import basin.connect.postgres.PostgresSettings;
import basin.connect.postgres.PostgresSource;
import java.util.List;

/// The types of sources there are.
public final class KnownSources {

    /// Every one of them; a new one is a package and a line here.
    public static final List<SourceType<?>> TYPES =
            List.of(new SourceType<>("postgres", PostgresSettings.class, PostgresSource::new));

    private KnownSources() {}
}
