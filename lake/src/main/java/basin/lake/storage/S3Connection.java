package basin.lake.storage;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// The client of one S3 server, made when it is first needed: the libraries behind it take a while to load.
///
/// For any thread.
final class S3Connection implements AutoCloseable {
    private final S3Settings settings;
    private @Nullable S3Client client;

    S3Connection(S3Settings settings) {
        this.settings = settings;
    }

    synchronized S3Client client() {
        S3Client open = client;
        if (open == null) {
            open = connect();
            client = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private S3Client connect() {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        settings.credentials()
                .map(key -> StaticCredentialsProvider.create(AwsBasicCredentials.create(key.accessKey(), key.secret())))
                .ifPresent(builder::credentialsProvider);
        // Other servers than Amazon's know neither buckets as host names nor its newest checksums.
        settings.endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint)
                        .forcePathStyle(true)
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED));
        return builder.build();
    }
}
