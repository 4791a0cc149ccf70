package basin.lake.storage;

import java.io.Serializable;
import java.nio.file.Path;

/// The folder of a lake on this machine. Metadata names each file by where it lay when it was written, and goes on to
/// when the folder is moved or copied: here is where such a location is now, and how a file of today is to be named.
///
/// Locations outside of the lake are where they say.
///
/// @param named the path that metadata names, absolute
/// @param now   where that is
public record LakeFolder(String named, String now) implements Serializable {
    private static final long serialVersionUID = 1L;

    /// A lake that lies where its metadata says.
    public static LakeFolder at(String location) {
        return moved(location, LocalPaths.path(location));
    }

    /// A lake whose folder is another one by now.
    ///
    /// @param location as metadata spells it
    public static LakeFolder moved(String location, Path now) {
        return new LakeFolder(
                LocalPaths.path(location).toString(),
                now.toAbsolutePath().normalize().toString());
    }

    /// Where a file is.
    public Path path(String location) {
        return moved(LocalPaths.path(location), named, now);
    }

    /// How metadata names a file.
    public String location(Path path) {
        return LocalPaths.location(moved(path.toAbsolutePath().normalize(), now, named));
    }

    private static Path moved(Path path, String from, String to) {
        return from.equals(to) || !path.startsWith(from)
                ? path
                : Path.of(to).resolve(Path.of(from).relativize(path));
    }
}
