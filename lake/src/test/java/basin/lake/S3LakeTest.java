package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.lake.catalog.SystemDatabase;
import basin.lake.storage.S3Settings;
import basin.testkit.s3.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
        return settings("lake", SERVER.endpoint(), S3Server.SECRET_KEY);
    }

    @Test
    void aWrongKeyIsToldApart() {
        assertThatCreatingATableFails(
                settings("lake", SERVER.endpoint(), "wrong"), Problem.Kind.ACTION, "does not let this key in");
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        assertThatCreatingATableFails(
                settings("pond", SERVER.endpoint(), S3Server.SECRET_KEY), Problem.Kind.ACTION, "is not there");
    }

    @Test
    void aServerThatIsDownMayComeBack() {
        assertThatCreatingATableFails(
                settings("lake", URI.create("http://127.0.0.1:1"), S3Server.SECRET_KEY),
                Problem.Kind.TRANSIENT,
                "cannot be reached");
    }

    @Test
    void nothingIsLeftOfAProcessInTheCache() throws IOException {
        try (Lake other = Lake.open(settings(folder))) {
            assertThat(other.tables()).isEmpty();
        }

        try (Stream<Path> processes = Files.list(folder.resolve("cache"))) {
            // That of the lake which every test has.
            assertThat(processes.filter(path -> path.toString().contains("process-")))
                    .hasSize(1);
        }
    }

    private LakeSettings settings(String bucket, URI endpoint, String secret) {
        S3Settings s3 = new S3Settings(
                S3Server.REGION,
                Optional.of(endpoint),
                Optional.of(new S3Settings.Credentials(S3Server.ACCESS_KEY, secret)),
                folder.resolve("cache"),
                16L << 20);
        return new LakeSettings(
                "s3://" + bucket + "/" + folder.getFileName(),
                new SystemDatabase.Sqlite(folder.resolve("system.db")),
                Optional.of(s3));
    }

    private void assertThatCreatingATableFails(LakeSettings settings, Problem.Kind kind, String what) {
        try (Lake wrong = Lake.open(settings)) {
            assertThatThrownBy(() ->
                            Workbench.create(wrong, "orders", Schema.of(Field.optional("id", Type.Primitive.INT))))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(what)
                    .satisfies(thrown ->
                            assertThat(((ProblemException) thrown).kind()).isEqualTo(kind));
        }
    }
}
