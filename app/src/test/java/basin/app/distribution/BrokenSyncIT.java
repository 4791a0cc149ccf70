package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a sync that something stopped, and what the next one makes of it.
final class BrokenSyncIT {

    @TempDir
    Path folder;

    private PostgresServer server;
    private PostgresDatabase database;
    private ShopProject project;

    @BeforeEach
    void fillADatabase() throws IOException {
        server = PostgresServer.start(Map.of());
        database = server.createDatabase();
        database.execute(BigTable.MAKE, BigTable.FILL, BigTable.MAKE_A_SMALL_ONE, "checkpoint");
        project = new ShopProject(folder).reading(database);
    }

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Test
    void aSyncThatIsKilledAgainAndAgainLosesNothingAndDoublesNothing() throws IOException, InterruptedException {
        Random random = new Random(7);
        for (int attempt = 0; attempt < 6; attempt++) {
            Shell.Running sync = project.start("sync", "shop");
            boolean ended = sync.process().waitFor(300 + random.nextInt(2500), TimeUnit.MILLISECONDS);
            sync.kill();
            if (ended) {
                break;
            }
            assertThat(project.ask("select count(*) from information_schema.tables where table_name = 'big'"))
                    .isIn("0", "1");
        }

        project.succeeds("sync", "shop");

        assertThat(project.ask(BigTable.SUMS)).isEqualTo(BigTable.RIGHT_SUMS);
        assertThat(project.filesThatNothingNames("big", "small")).isZero();
    }

    @Test
    void aTableThatIsDroppedMeanwhileFailsAloneAndStaysAsItWas() throws IOException, InterruptedException {
        project.succeeds("sync", "shop");
        database.execute("update big set amount = 0", "insert into small values (3, 'three')");

        Shell.Running sync = project.start("sync", "shop");
        database.await(BigTable.IS_BEING_READ);
        database.execute("drop table big");

        assertThat(ShopProject.failure(sync.end())).contains("public.big", "dropped");
        assertThat(project.ask(BigTable.SUMS)).isEqualTo(BigTable.RIGHT_SUMS);
        assertThat(project.ask("select count(*) from shop.small")).isEqualTo("3");

        database.execute(BigTable.MAKE, BigTable.FILL, "delete from big where id = 1");
        project.succeeds("sync", "shop");
        assertThat(project.ask("select min(id), count(*) from shop.big")).isEqualTo("2,399999");
        assertThat(project.filesThatNothingNames("big", "small")).isZero();
    }

    @Test
    void aServerThatCrashesMeanwhileIsOneClearMessageAndTheNextSyncGoesOn() throws IOException, InterruptedException {
        Shell.Running sync = project.start("sync", "shop");
        database.await(BigTable.IS_BEING_READ);
        server.crash();

        assertThat(ShopProject.failure(sync.end())).contains("connection");

        project.succeeds("sync", "shop");
        assertThat(project.ask(BigTable.SUMS)).isEqualTo(BigTable.RIGHT_SUMS);
        assertThat(project.filesThatNothingNames("big", "small")).isZero();
    }
}
