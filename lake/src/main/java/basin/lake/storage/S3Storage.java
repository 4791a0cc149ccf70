package basin.lake.storage;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.apache.iceberg.io.DelegateFileIO;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/// A lake in a bucket: data files are written on this machine, uploaded, and read through a cache.
public final class S3Storage implements Storage {
    private final S3Connection connection;
    private final DelegateFileIO files;
    private final ProcessFolder own;
    private final FileCache cache;

    private S3Storage(S3Connection connection, ProcessFolder own, Path copies, long cacheBytes) {
        this.connection = connection;
        this.files = new S3FileIO(connection::client, S3Storage::asyncClient);
        this.own = own;
        this.cache = new FileCache(copies, own.path().resolve("lent"), cacheBytes, this::download, Clock.systemUTC());
    }

    /// Connects when first needed, not now.
    public static S3Storage open(S3Settings settings) {
        return new S3Storage(
                new S3Connection(settings),
                ProcessFolder.below(settings.cache()),
                settings.cache().resolve("copies"),
                settings.cacheBytes());
    }

    @Override
    public DelegateFileIO files() {
        return files;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Path staging(String folder) {
        Path staging = own.path().resolve("staging").resolve(Integer.toHexString(folder.hashCode()));
        try {
            return Files.createDirectories(staging);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder " + staging, e);
        }
    }

    @Override
    public List<String> place(List<Path> staged, String folder) {
        return Parallel.map(staged, file -> {
            String location = folder + "/" + file.getFileName();
            S3Address address = S3Address.of(location);
            connection
                    .client()
                    .putObject(
                            request -> request.bucket(address.bucket()).key(address.key()), RequestBody.fromFile(file));
            cache.admit(file, location);
            return location;
        });
    }

    @Override
    public LentFiles lend(List<StoredFile> asked) {
        return cache.lend(asked);
    }

    @Override
    public Optional<Problem> problem(Throwable failure, Place table) {
        return S3Problem.of(failure, table).or(() -> DiskProblem.of(failure, table));
    }

    @Override
    public void close() {
        files.close();
        connection.close();
        own.close();
    }

    /// Iceberg asks for a second client only where an accelerator is switched on; left to find one itself, it
    /// loads libraries of half of Amazon.
    private static S3AsyncClient asyncClient() {
        throw new UnsupportedOperationException("files in a bucket are read through one client");
    }

    private void download(StoredFile file, Path target) throws IOException {
        try (InputStream bytes =
                files.newInputFile(file.location(), file.bytes()).newStream()) {
            Files.copy(bytes, target);
        }
    }
}
