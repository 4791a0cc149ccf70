package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.lake.LakeSettings;
import basin.lake.catalog.SystemDatabase;
import basin.lake.storage.S3Settings;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import basin.testkit.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project whose lake lies in a bucket.
final class S3LakeIT {
    private static final S3Server SERVER = S3Server.start();

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @TempDir
    Path folder;

    private ShopProject project;
    private String bucket;

    @BeforeEach
    void beginAProject() throws IOException, InterruptedException {
        bucket = "lake-of-" + database.name().replace('_', '-');
        SERVER.createBucket(bucket);
        project = new ShopProject(folder);
        project.succeeds("init", ".");
        Files.writeString(folder.resolve("basin.yml"), """
                name: shop
                lake:
                  location: s3://%s/shop
                  region: %s
                  endpoint: %s
                  path_style: true
                  access_key: %s
                  secret_key: %s
                """.formatted(
                        bucket, S3Server.REGION, SERVER.endpoint(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void takesWhatChangesAndProvesIt() throws IOException, InterruptedException {
        database.execute(
                "create table hats (id int primary key, name text, changed_at timestamptz not null)",
                "insert into hats select n, 'hat ' || n, now() from generate_series(1, 5000) n");
        project.reading(database, "mode: incremental", "cursor: {public.hats: {column: changed_at}}");

        project.succeeds("sync", "shop");
        assertThat(project.ask("select count(*), min(name) from shop.hats")).isEqualTo("5000,hat 1");
        project.succeeds("verify", "shop");

        database.execute(
                "update hats set name = 'crown', changed_at = now() where id <= 10",
                "insert into hats values (5001, 'crown', now())");
        assertThat(project.basin("verify", "shop").exit()).isEqualTo(1);
        project.succeeds("sync", "shop");
        assertThat(project.ask("select count(*), count(*) filter (name = 'crown') from shop.hats"))
                .isEqualTo("5001,11");
        project.succeeds("verify", "shop");
        assertThat(ShopProject.filesThatNothingNames(lake(), "hats")).isZero();
    }

    @Test
    void losesNothingAndKeepsNothingOfSyncsThatWereKilled() throws IOException, InterruptedException {
        database.execute(BigTable.MAKE, BigTable.FILL);
        project.reading(database);

        for (int uploaded = 1; uploaded < 12; uploaded += 5) {
            Shell.Running sync = project.start("sync", "shop");
            while (dataFiles().size() < uploaded && sync.process().isAlive()) {
                Thread.onSpinWait();
            }
            sync.kill();
        }
        project.succeeds("sync", "shop");

        assertThat(project.ask(BigTable.SUMS)).isEqualTo(BigTable.RIGHT_SUMS);
        assertThat(ShopProject.filesThatNothingNames(lake(), "big")).isZero();
        project.succeeds("verify", "shop");
    }

    private List<String> dataFiles() {
        return SERVER.keys(bucket).stream()
                .filter(key -> key.startsWith("shop/shop/big/data/"))
                .toList();
    }

    private LakeSettings lake() {
        S3Settings s3 = new S3Settings(
                S3Server.REGION,
                Optional.of(SERVER.endpoint()),
                Optional.of(new S3Settings.Credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)),
                folder.resolve("another-cache"),
                16L << 20);
        return new LakeSettings(
                "s3://" + bucket + "/shop",
                new SystemDatabase.Sqlite(folder.resolve(".basin/system.db")),
                Optional.of(s3));
    }
}
