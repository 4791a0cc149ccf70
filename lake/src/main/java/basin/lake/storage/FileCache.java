package basin.lake.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// Copies of far files in a folder of this machine, up to so many bytes; those that were read longest ago go
/// first.
///
/// Files never change, so a copy that is there is good. Several processes may share the folder without knowing of
/// each other: a copy appears whole or not at all, and whoever reads one holds a link of its own to it, which
/// stays when the copy is thrown out.
///
/// For any thread.
final class FileCache {
    private static final String COPY = ".copy";
    private static final String PART = ".part";

    private final Path folder;
    private final Path lent;
    private final long limit;
    private final Origin origin;
    private final Clock clock;
    private final ConcurrentMap<Path, ReentrantLock> fetching = new ConcurrentHashMap<>();

    /// @param folder holds the copies; on the same file system as `lent`
    /// @param lent   holds this process's links
    /// @param limit  in bytes, besides what is being read
    FileCache(Path folder, Path lent, long limit, Origin origin, Clock clock) {
        this.folder = folder;
        this.lent = lent;
        this.limit = limit;
        this.origin = origin;
        this.clock = clock;
    }

    /// Where files come from that are not in the cache.
    interface Origin {
        /// Writes the file to `target`, which is not there yet.
        void fetch(StoredFile file, Path target) throws IOException;
    }

    /// Lends copies, fetched where they are missing.
    LentFiles lend(List<StoredFile> files) {
        Path loan = lent.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(loan);
            Files.createDirectories(folder);
            List<Path> paths = Parallel.map(files, file -> link(file, loan));
            shrink();
            return new LentFiles(paths, () -> Folders.delete(loan));
        } catch (IOException e) {
            Folders.delete(loan);
            throw new UncheckedIOException("cannot fill the cache " + folder, e);
        } catch (RuntimeException e) {
            Folders.delete(loan);
            throw e;
        }
    }

    /// Takes over a file of this machine as the copy of what was stored from it.
    void admit(Path file, String location) {
        try {
            Files.createDirectories(folder);
            Files.move(file, copy(location), StandardCopyOption.ATOMIC_MOVE);
            shrink();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot fill the cache " + folder, e);
        }
    }

    private Path link(StoredFile file, Path loan) throws IOException {
        Path copy = copy(file.location());
        Path link = loan.resolve(copy.getFileName());
        while (true) {
            try {
                Files.createLink(link, copy);
                if (Files.size(link) == file.bytes()) {
                    Files.setLastModifiedTime(link, FileTime.from(clock.instant()));
                    return link;
                }
                // Cut short when the machine went down.
                Files.delete(link);
                Files.deleteIfExists(copy);
            } catch (FileAlreadyExistsException e) {
                return link;
            } catch (NoSuchFileException e) {
                fetch(file, copy);
            }
        }
    }

    private void fetch(StoredFile file, Path copy) throws IOException {
        ReentrantLock mine = fetching.computeIfAbsent(copy, _ -> new ReentrantLock());
        mine.lock();
        try {
            if (Files.exists(copy)) {
                return;
            }
            Path part = folder.resolve(UUID.randomUUID() + PART);
            try {
                origin.fetch(file, part);
                long fetched = Files.size(part);
                if (fetched != file.bytes()) {
                    throw new IOException(file.location() + " has " + fetched + " bytes, not " + file.bytes());
                }
                Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } finally {
            mine.unlock();
            fetching.remove(copy, mine);
        }
    }

    /// Throws out copies until the rest is within the limit.
    private synchronized void shrink() throws IOException {
        List<Copy> copies = new ArrayList<>();
        long total = 0;
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*" + COPY)) {
            for (Path path : paths) {
                try {
                    Copy copy = new Copy(path, Files.size(path), Files.getLastModifiedTime(path));
                    copies.add(copy);
                    total += copy.bytes();
                } catch (NoSuchFileException e) {
                    // Another process threw it out.
                }
            }
        }
        copies.sort(Comparator.comparing(Copy::read));
        for (Copy copy : copies) {
            if (total <= limit) {
                return;
            }
            Files.deleteIfExists(copy.path());
            total -= copy.bytes();
        }
    }

    private Path copy(String location) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(location.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 20) + COPY);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /// @param read when it was last lent
    private record Copy(Path path, long bytes, FileTime read) {}
}
