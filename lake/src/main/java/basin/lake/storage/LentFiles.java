package basin.lake.storage;

import java.nio.file.Path;
import java.util.List;

/// Files of the lake as paths of this machine, kept there until their borrower closes this.
///
/// @param paths in the order in which the files were asked for
/// @param end   what lets go of them; run once by [#close()]
public record LentFiles(List<Path> paths, Runnable end) implements AutoCloseable {

    /// Files that stay where they are whether they are lent or not.
    static LentFiles forGood(List<Path> paths) {
        return new LentFiles(paths, () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
