package basin.lake.storage;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.io.DelegateFileIO;

/// A lake in a folder of this machine: data files are written where they stay and read where they are.
public final class LocalStorage implements Storage {
    private final LakeFolder lake;
    private final LocalFiles files;

    public LocalStorage(LakeFolder lake) {
        this.lake = lake;
        this.files = new LocalFiles(lake);
    }

    @Override
    public DelegateFileIO files() {
        return files;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Path staging(String folder) {
        Path path = lake.path(folder);
        try {
            files.unforced().createFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder " + path, e);
        }
        return path;
    }

    @Override
    public List<String> place(List<Path> staged, String folder) {
        Path home = lake.path(folder);
        try {
            for (Path file : staged) {
                if (!file.toAbsolutePath().normalize().startsWith(home)) {
                    throw new IllegalArgumentException(file + " was not written into the staging folder " + home);
                }
                files.unforced().written(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take over the data files in " + home, e);
        }
        return staged.stream().map(lake::location).toList();
    }

    @Override
    public LentFiles lend(List<StoredFile> asked) {
        return LentFiles.forGood(
                asked.stream().map(file -> lake.path(file.location())).toList());
    }

    @Override
    public Optional<Problem> problem(Throwable failure, Place table) {
        return DiskProblem.of(failure, table);
    }

    @Override
    public void close() {
        files.close();
    }
}
