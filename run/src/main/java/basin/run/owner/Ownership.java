package basin.run.owner;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.catalog.SystemDatabase;
import basin.lake.catalog.WriterLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The right to write to a project's tables, held by one process from [#take(Path, SystemDatabase, String)] to
/// [#close()].
///
/// Among the processes of this machine it is a lock of the operating system on a file, so it ends with the process
/// however that ends. The file tells who holds it, for the message that the next one gets. Where other machines
/// reach the catalog, the catalog has a lock as well.
public final class Ownership implements AutoCloseable {

    /// The lock lies far behind the text, so that the text can be read while it is held on any system.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final Optional<WriterLock> catalog;

    private Ownership(FileChannel channel, Optional<WriterLock> catalog) {
        this.channel = channel;
        this.catalog = catalog;
    }

    /// Takes the right to write, at once or not at all.
    ///
    /// @param state    the project's state folder; created if it is not there
    /// @param database where the catalog is
    /// @param what     what it is taken for, for people: `basin sync shop`
    /// @throws ProblemException if another process holds it, naming it
    public static Ownership take(Path state, SystemDatabase database, String what) {
        FileChannel channel = lock(state, what);
        try {
            return new Ownership(channel, lock(database, what));
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    private static Optional<WriterLock> lock(SystemDatabase database, String what) {
        return switch (database) {
            case SystemDatabase.Sqlite _ -> Optional.empty();
            case SystemDatabase.Postgres postgres -> Optional.of(WriterLock.take(postgres, what));
        };
    }

    private static FileChannel lock(Path state, String what) {
        Path file = state.resolve("writer.lock");
        try {
            Files.createDirectories(state);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw taken(file);
            }
            byte[] holder = (what + ", process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder), 0);
            return channel;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("cannot lock '" + file + "'", Place.NOWHERE).because(DiskRefusal.reason(e)), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static ProblemException taken(Path file) throws IOException {
        String holder = Files.readString(file);
        return new ProblemException(Problem.interrupted("another process is writing to this project", Place.NOWHERE)
                .because(holder.isEmpty() ? null : "it is " + holder)
                .advise("wait until it is done, or stop it; whatever it was writing is taken up where it stopped"));
    }

    /// Gives the right back.
    @Override
    public void close() {
        catalog.ifPresent(WriterLock::close);
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
