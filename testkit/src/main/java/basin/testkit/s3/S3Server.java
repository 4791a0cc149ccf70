package basin.testkit.s3;

import basin.testkit.TemporaryFolder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/// An S3 service on a free port of this machine, empty at the start. Requests are signed (V2 or V4) with
/// [#ACCESS_KEY] and [#SECRET_KEY] and address buckets by path; conditional writes (`If-None-Match`) and
/// multipart uploads work.
///
/// For any thread.
public final class S3Server implements AutoCloseable {
    public static final String ACCESS_KEY = "basin";
    public static final String SECRET_KEY = "basin-secret";
    public static final String REGION = "us-east-1";

    private final S3Proxy proxy;
    private final BlobStore store;
    private final TemporaryFolder objects;

    private S3Server(S3Proxy proxy, BlobStore store, TemporaryFolder objects) {
        this.proxy = proxy;
        this.store = store;
        this.objects = objects;
    }

    /// Starts a service; the test closes it.
    public static S3Server start() {
        TemporaryFolder objects = TemporaryFolder.create("basin-s3-");
        Properties settings = new Properties();
        settings.setProperty("jclouds.filesystem.basedir", objects.path().toString());
        BlobStore store = BlobStores.create("filesystem-nio2", settings);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .build();
        S3Server server = new S3Server(proxy, store, objects);
        try {
            proxy.start();
        } catch (Exception e) {
            server.close();
            throw new AssertionError("the S3 service did not start", e);
        }
        return server;
    }

    /// Where it answers, such as `http://127.0.0.1:43210`.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /// Makes a bucket, which must not exist.
    public void createBucket(String name) {
        store.createContainer(name);
    }

    /// The keys of all objects in a bucket.
    public List<String> keys(String bucket) {
        List<String> keys = new ArrayList<>();
        ListObjectsV2Response page;
        String next = null;
        do {
            page = store.list(ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .continuationToken(next)
                    .build());
            page.contents().forEach(object -> keys.add(object.key()));
            next = page.nextContinuationToken();
        } while (next != null);
        return keys;
    }

    /// Stops the service and deletes what it holds.
    @Override
    public void close() {
        try (objects;
                store) {
            proxy.stop();
        } catch (Exception e) {
            throw new AssertionError("the S3 service did not stop", e);
        }
    }
}
