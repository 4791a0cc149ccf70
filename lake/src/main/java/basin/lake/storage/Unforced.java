package basin.lake.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// What was written below the folders of tables and has not yet been forced to the disk.
///
/// A commit writes several files, of which the last is the one that the catalog is going to name; until
/// then none of them counts. So none is forced by itself: all of them are when that last one is closed,
/// side by side, which costs the disk little more than one.
///
/// For any thread.
final class Unforced {
    private static final String NAMED_BY_CATALOG = ".metadata.json";

    private final ConcurrentMap<Path, Set<Path>> byTable = new ConcurrentHashMap<>();

    /// Makes a folder of a table, such as `data`. Folders above that of the table are on the disk when
    /// it returns: other tables rely on them, too.
    void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path table = parent(folder);
        Durable.createFolders(parent(table));
        Files.createDirectories(folder);
        of(table).addAll(List.of(parent(table), table));
    }

    /// Takes note of a file that was written into a folder of a table. When it returns for one that the
    /// catalog is going to name, it and all that was written for the table before it are on the disk.
    void written(Path file) throws IOException {
        Path folder = parent(file);
        Set<Path> unforced = of(parent(folder));
        unforced.addAll(List.of(file, folder));
        if (file.toString().endsWith(NAMED_BY_CATALOG)) {
            List<Path> all = List.copyOf(unforced);
            all.forEach(unforced::remove);
            Parallel.map(all, Unforced::force);
        }
    }

    private Set<Path> of(Path table) {
        return byTable.computeIfAbsent(table, _ -> ConcurrentHashMap.newKeySet());
    }

    /// Does nothing for what was deleted again, by a writer that gave up.
    private static Path force(Path path) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                Durable.folder(path);
            } else {
                Durable.file(path);
            }
        } catch (NoSuchFileException e) {
            return path;
        }
        return path;
    }

    /// Absolute, so that each has one.
    private static Path parent(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }
}
