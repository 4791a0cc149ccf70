package basin.lake.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that belongs to this process and goes with it: a process that was killed leaves its own behind, and
/// the next one clears it away.
///
/// @param path there already, empty at first
record ProcessFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "process-";

    /// This process's folder below `parent`.
    static ProcessFolder below(Path parent) {
        try {
            Files.createDirectories(parent);
            clearDead(parent);
            return new ProcessFolder(Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create folders in " + parent, e);
        }
    }

    @Override
    public void close() {
        Folders.delete(path);
    }

    private static void clearDead(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                String[] parts = String.valueOf(folder.getFileName()).split("-", -1);
                if (ProcessHandle.of(Long.parseLong(parts[1])).isEmpty()) {
                    Folders.delete(folder);
                }
            }
        }
    }
}
