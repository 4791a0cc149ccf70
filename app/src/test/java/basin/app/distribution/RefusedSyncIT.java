package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source that lets nobody in.
final class RefusedSyncIT {

    @TempDir
    Path folder;

    @Test
    void aWrongPasswordIsOneClearMessage() throws IOException, InterruptedException {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute("create role reader login password 'right'");

            Shell.Outcome sync = new ShopProject(folder)
                    .readingAs("reader", "wrong-and-secret", database)
                    .basin("sync", "shop");

            assertThat(ShopProject.failure(sync)).contains("password", "reader").doesNotContain("wrong-and-secret");
            database.execute("drop role reader");
        }
    }

    @Test
    void aDatabaseThatIsDownIsOneClearMessage() throws IOException, InterruptedException {
        ShopProject project = new ShopProject(folder);
        try (PostgresServer gone = PostgresServer.start(Map.of());
                PostgresDatabase there = gone.createDatabase()) {
            project.reading(there);
        }

        Shell.Outcome sync = project.basin("sync", "shop");

        assertThat(ShopProject.failure(sync)).contains("nothing answers there");
    }
}
