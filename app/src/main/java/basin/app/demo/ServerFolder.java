package basin.app.demo;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder in which an example server lives, held by one process at a time.
///
/// A process that was killed leaves its server running. Whoever claims the folder next knows it by the server's
/// own note of its process id, stops it, and clears the data away.
final class ServerFolder implements AutoCloseable {
    private static final long SECONDS_TO_STOP = 20;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileChannel channel;

    private ServerFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// @throws ProblemException if another holds it, or it can't be made
    static ServerFolder claim(Path path) {
        Path folder = path.toAbsolutePath();
        try {
            create(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new ProblemException(
                        Problem.failed("an example database already runs here", new Place.InFile(path))
                                .advise("stop the other one, or choose another folder"));
            }
            ServerFolder claimed = new ServerFolder(folder, channel);
            claimed.clear();
            return claimed;
        } catch (IOException e) {
            Problem problem = Problem.failed("no example database can be kept here", new Place.InFile(path));
            throw new ProblemException(problem.because(DiskRefusal.reason(e)), e);
        }
    }

    /// Where the server's program is unpacked.
    Path program() {
        return folder.resolve("program");
    }

    /// Where the server keeps its data; missing until it does.
    Path data() {
        return folder.resolve("data");
    }

    /// A file that only this user can read, with the password for initdb.
    Path passwordFile(String password) throws IOException {
        Path file = folder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password + "\n");
    }

    void forgetPassword() throws IOException {
        Files.deleteIfExists(folder.resolve("password"));
    }

    /// Lets the folder go; its program stays.
    @Override
    public void close() {
        try (channel) {
            clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Closed to other users: what is unpacked into it is a program that this user will run.
    private static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.resolve("..").normalize());
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private void clear() throws IOException {
        forgetPassword();
        if (Files.exists(data())) {
            stopLeftOver(data().resolve("postmaster.pid"));
            try (Stream<Path> all = Files.walk(data())) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /// The first line of the file is the process id of the server (PostgreSQL manual, "Database File Layout").
    private static void stopLeftOver(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            lines.findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(ServerFolder::stop);
        }
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS).join();
        } catch (CompletionException _) {
            server.destroyForcibly();
        }
    }
}
