package basin.lake.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.io.BulkDeletionFailureException;
import org.apache.iceberg.io.DelegateFileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/// Iceberg's files on a local disk, without Hadoop. When a file is closed that the catalog is going to
/// name, it is on the disk with all that was written before it: whatever a commit names survives a power
/// cut that follows the commit.
///
/// For any thread.
public final class LocalFiles implements DelegateFileIO {
    private static final long serialVersionUID = 1L;

    private final LakeFolder folder;
    private final transient Unforced unforced = new Unforced();

    public LocalFiles(LakeFolder folder) {
        this.folder = folder;
    }

    /// What was written and is not yet on the disk.
    Unforced unforced() {
        return unforced;
    }

    /// Another process that gets this has written nothing yet.
    private Object readResolve() {
        return new LocalFiles(folder);
    }

    @Override
    public InputFile newInputFile(String location) {
        return new LocalInput(location, folder);
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new LocalOutput(location, folder, unforced);
    }

    @Override
    public void deleteFile(String location) {
        try {
            Files.deleteIfExists(folder.path(location));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + location, e);
        }
    }

    @Override
    public void deleteFiles(Iterable<String> locations) {
        int failed = 0;
        for (String location : locations) {
            try {
                deleteFile(location);
            } catch (UncheckedIOException e) {
                failed++;
            }
        }
        if (failed > 0) {
            throw new BulkDeletionFailureException(failed);
        }
    }

    /// Every file below a folder; nothing where the folder is not there. Files that vanish meanwhile are
    /// left out.
    @Override
    public Iterable<FileInfo> listPrefix(String prefix) {
        List<FileInfo> found = new ArrayList<>();
        for (Path path : Folders.walk(folder.path(prefix))) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                if (!attributes.isDirectory()) {
                    found.add(new FileInfo(
                            folder.location(path),
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis()));
                }
            } catch (NoSuchFileException e) {
                // Somebody deleted it meanwhile.
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
        return found;
    }

    /// Deletes a folder with all that is in it.
    @Override
    public void deletePrefix(String prefix) {
        Folders.delete(folder.path(prefix));
    }
}
