package basin.app.workplace;

import basin.core.project.BasinSettings;
import basin.core.project.LakeLocation;
import basin.core.project.PostgresCatalog;
import basin.core.project.Project;
import basin.core.settings.Secret;
import basin.lake.LakeSettings;
import basin.lake.catalog.SystemDatabase;
import basin.lake.storage.S3Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a project's lake is, as the lake wants to be told.
final class LakePlace {

    /// How much of a lake in S3 may lie on this machine to be read again.
    private static final long CACHE_BYTES = 20L << 30;

    private static final String USUAL_REGION = "us-east-1";

    private LakePlace() {}

    static LakeSettings of(Project project) {
        BasinSettings settings = project.settings();
        SystemDatabase database = database(settings);
        return switch (project.lakeLocation()) {
            case LakeLocation.OnDisk disk -> LakeSettings.local(disk.folder(), database);
            case LakeLocation.InBucket bucket ->
                new LakeSettings(bucket.toString(), database, Optional.of(s3(settings)));
        };
    }

    private static Path cache(BasinSettings settings) {
        return settings.state().resolve("cache");
    }

    private static SystemDatabase database(BasinSettings settings) {
        PostgresCatalog postgres = settings.catalog().postgres();
        return postgres == null
                ? new SystemDatabase.Sqlite(settings.state().resolve("system.db"))
                : new SystemDatabase.Postgres(
                        postgres.jdbcUrl(), postgres.user(), postgres.password().reveal());
    }

    private static S3Settings s3(BasinSettings settings) {
        basin.core.project.LakeSettings lake = settings.lake();
        return new S3Settings(
                lake.region() == null ? USUAL_REGION : lake.region(),
                Optional.ofNullable(lake.endpoint()).map(URI::create),
                credentials(lake.accessKey(), lake.secretKey()),
                cache(settings),
                CACHE_BYTES);
    }

    private static Optional<S3Settings.Credentials> credentials(@Nullable Secret key, @Nullable Secret secret) {
        return key == null || secret == null
                ? Optional.empty()
                : Optional.of(new S3Settings.Credentials(key.reveal(), secret.reveal()));
    }
}
