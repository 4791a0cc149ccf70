package basin.lake;

import basin.lake.catalog.SystemDatabase;
import basin.lake.storage.LocalPaths;
import basin.lake.storage.S3Settings;
import java.nio.file.Path;
import java.util.Optional;

/// Where a lake is.
///
/// @param warehouse the location below which tables lie: `file:///...` or `s3://bucket/...`, without a slash at
///                  its end
/// @param database  where its catalog is
/// @param s3        how to reach the bucket; empty on a local disk
public record LakeSettings(String warehouse, SystemDatabase database, Optional<S3Settings> s3) {

    public LakeSettings {
        warehouse = warehouse.endsWith("/") ? warehouse.substring(0, warehouse.length() - 1) : warehouse;
    }

    /// The folder of this machine below which data files are written and read: the lake's own, or that of copies
    /// from S3.
    Path folder() {
        return s3.map(S3Settings::cache).orElseGet(() -> LocalPaths.path(warehouse));
    }

    /// A lake in a folder of this machine, with its catalog in a file.
    ///
    /// @param folder need not be there yet
    public static LakeSettings local(Path folder, Path systemDatabase) {
        return local(folder, new SystemDatabase.Sqlite(systemDatabase));
    }

    /// A lake in a folder of this machine.
    ///
    /// @param folder need not be there yet
    public static LakeSettings local(Path folder, SystemDatabase database) {
        return new LakeSettings(LocalPaths.location(folder), database, Optional.empty());
    }
}
