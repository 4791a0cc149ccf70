package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source that is followed while applications write to it, whatever happens to the process meanwhile.
final class FollowingIT {

    private static final int KILLS = 5;

    @TempDir
    Path folder;

    private PostgresServer server;
    private PostgresDatabase database;
    private ShopProject project;

    @BeforeEach
    void fillADatabase() throws IOException {
        server = PostgresServer.start(Map.of());
        database = server.createDatabase();
        database.execute(BusyShop.MAKE);
        project = new ShopProject(folder).reading(database, "mode: cdc", "exclude: [public.written]");
    }

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Test
    void noChangeIsLostAndNoneComesTwiceHoweverOftenItIsKilled() throws IOException, InterruptedException {
        project.succeeds("sync", "shop");
        Random random = new Random(11);
        try (BusyShop _ = BusyShop.open(database, 3)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Shell.Running serve = project.start("serve");
                if (kill == 0) {
                    awaitLine(serve, "changes in");
                    assertThat(ShopProject.failure(project.basin("sync", "shop")))
                            .contains("basin serve");
                    assertThat(ShopProject.failure(project.basin("serve"))).contains("basin serve");
                }
                assertThat(serve.process().waitFor(3_000 + random.nextInt(4_000), TimeUnit.MILLISECONDS))
                        .isFalse();
                serve.kill();
            }
        }

        project.succeeds("sync", "shop");

        assertThat(project.basin("verify", "shop").exit()).isZero();
        for (String table : BusyShop.TABLES) {
            String written = written(table);
            assertThat(project.ask("select count(*) || '|' || count(distinct _position) from raw_shop." + table))
                    .isEqualTo(written + "|" + written);
        }
    }

    @Test
    void whatWasReadWhenItIsToldToStopIsInTheLake() throws IOException, InterruptedException {
        project.succeeds("sync", "shop");
        Shell.Running serve = project.start("serve");
        awaitLine(serve, "following 2 tables");
        database.execute("insert into orders values (1000000, 1, null)");
        awaitLine(serve, "1 change in 1 table");

        serve.process().toHandle().destroy();
        assertThat(serve.end().errors()).doesNotContain("fix:");

        assertThat(project.ask("select count(*) from shop.orders where id = 1000000"))
                .isEqualTo("1");
        assertThat(project.filesThatNothingNames("orders", "lines")).isZero();
    }

    private String written(String table) {
        return BusyShop.count(database, "select count(*) from written where what = '" + table + "'");
    }

    /// Waits until the process has said something.
    private static void awaitLine(Shell.Running running, String said) throws IOException, InterruptedException {
        while (!Files.readString(running.errors()).contains(said)) {
            boolean ended = running.process().waitFor(100, TimeUnit.MILLISECONDS);
            assertThat(ended).as(Files.readString(running.errors())).isFalse();
        }
    }
}
