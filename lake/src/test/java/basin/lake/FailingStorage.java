package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.lake.storage.LentFiles;
import basin.lake.storage.Storage;
import basin.lake.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.io.DelegateFileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.jspecify.annotations.Nullable;

/// A storage that fails at a named point as a full disk does, as long as a test asks for it.
final class FailingStorage implements Storage {
    /// Where a disk can become full.
    enum Failpoint {
        /// When a data file is made durable.
        DATA("no such file"),
        /// When the list of a commit's new data files is written.
        MANIFEST("-m0.avro"),
        /// When the list of a snapshot's manifests is written.
        MANIFEST_LIST("/snap-"),
        /// When the file is written that the catalog would name.
        METADATA(".metadata.json"),
        /// When deletion vectors are written.
        VECTORS(".puffin");

        private final String part;

        Failpoint(String part) {
            this.part = part;
        }
    }

    private final Storage disk;
    private final FailingFiles files;
    private @Nullable Failpoint failing;

    FailingStorage(Storage disk) {
        this.disk = disk;
        this.files = new FailingFiles(this, disk.files());
    }

    /// Fails at this point from now on; null to work again.
    void failAt(@Nullable Failpoint point) {
        failing = point;
    }

    @Override
    public DelegateFileIO files() {
        return files;
    }

    @Override
    public boolean isRemote() {
        return disk.isRemote();
    }

    @Override
    public Path staging(String folder) {
        return disk.staging(folder);
    }

    @Override
    public List<String> place(List<Path> staged, String folder) {
        if (failing == Failpoint.DATA) {
            throw full(folder);
        }
        return disk.place(staged, folder);
    }

    @Override
    public LentFiles lend(List<StoredFile> asked) {
        return disk.lend(asked);
    }

    @Override
    public Optional<Problem> problem(Throwable failure, Place table) {
        return disk.problem(failure, table);
    }

    @Override
    public void close() {
        disk.close();
    }

    private boolean fails(String location) {
        return failing != null && location.contains(failing.part);
    }

    private static UncheckedIOException full(String location) {
        return new UncheckedIOException(new IOException(location + ": No space left on device"));
    }

    /// Files of which some cannot be written.
    private static final class FailingFiles implements DelegateFileIO {
        private static final long serialVersionUID = 1L;

        private final transient FailingStorage storage;
        private final DelegateFileIO disk;

        FailingFiles(FailingStorage storage, DelegateFileIO disk) {
            this.storage = storage;
            this.disk = disk;
        }

        @Override
        public InputFile newInputFile(String location) {
            return disk.newInputFile(location);
        }

        @Override
        public OutputFile newOutputFile(String location) {
            if (storage.fails(location)) {
                throw full(location);
            }
            return disk.newOutputFile(location);
        }

        @Override
        public void deleteFile(String location) {
            disk.deleteFile(location);
        }

        @Override
        public void deleteFiles(Iterable<String> locations) {
            disk.deleteFiles(locations);
        }

        @Override
        public Iterable<FileInfo> listPrefix(String prefix) {
            return disk.listPrefix(prefix);
        }

        @Override
        public void deletePrefix(String prefix) {
            disk.deletePrefix(prefix);
        }
    }
}
