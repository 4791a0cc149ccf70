package basin.lake;

import basin.lake.catalog.SystemDatabase;
import basin.lake.storage.S3Settings;
import basin.testkit.s3.S3Server;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class S3LakeTest extends LakeContract {
    private static final S3Server SERVER = S3Server.start();

    @BeforeAll
    static void createBucket() {
        SERVER.createBucket("lake");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    LakeSettings settings(Path folder) {
        S3Settings s3 = new S3Settings(
                S3Server.REGION,
                Optional.of(SERVER.endpoint()),
                Optional.of(new S3Settings.Credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)),
                folder.resolve("cache"),
                16L << 20);
        return new LakeSettings(
                "s3://lake/" + folder.getFileName(),
                new SystemDatabase.Sqlite(folder.resolve("system.db")),
                Optional.of(s3));
    }
}
