package basin.testkit.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3ServerTest {
    @AutoClose
    private final S3Server server = S3Server.start();

    @AutoClose
    private final S3Client client = client(S3Server.SECRET_KEY);

    @BeforeAll
    void aBucket() {
        server.createBucket("lake");
    }

    @Test
    void whatIsPutCanBeRead() {
        client.putObject(put -> put.bucket("lake").key("a/b.txt"), RequestBody.fromString("hello"));

        assertThat(client.getObjectAsBytes(get -> get.bucket("lake").key("a/b.txt"))
                        .asUtf8String())
                .isEqualTo("hello");
        assertThat(client.listObjectsV2(list -> list.bucket("lake").prefix("a/"))
                        .contents())
                .hasSize(1);
    }

    @Test
    void everyKeyIsKnown() {
        server.createBucket("pond");
        client.putObject(put -> put.bucket("pond").key("a/b/c.txt"), RequestBody.empty());
        client.putObject(put -> put.bucket("pond").key("d"), RequestBody.empty());

        assertThat(server.keys("pond")).containsExactlyInAnyOrder("a/b/c.txt", "d");
    }

    @Test
    void anObjectIsNotOverwrittenByWhoeverAsksForThat() {
        client.putObject(put -> put.bucket("lake").key("once").ifNoneMatch("*"), RequestBody.fromString("first"));

        assertThatThrownBy(() -> client.putObject(
                        put -> put.bucket("lake").key("once").ifNoneMatch("*"), RequestBody.fromString("second")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("412");
    }

    @Test
    void aWrongKeyIsTurnedAway() {
        try (S3Client stranger = client("wrong")) {
            assertThatThrownBy(() -> stranger.listObjectsV2(list -> list.bucket("lake")))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("403");
        }
    }

    private S3Client client(String secretKey) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(S3Server.REGION))
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY, secretKey)))
                .build();
    }
}
