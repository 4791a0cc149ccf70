package basin.lake.storage;

import java.nio.file.Path;

/// Paths of this machine as locations, and back. A location is the text that stands in table metadata; engines
/// compare it letter by letter, so it is made in one place and never encoded: `file:///` followed by the path as
/// it is.
public final class LocalPaths {
    private static final String SCHEME = "file:";

    private LocalPaths() {}

    /// The location of a path.
    public static String location(Path path) {
        return SCHEME + "//" + path.toAbsolutePath().normalize();
    }

    /// Whether a location names a path of this machine.
    public static boolean isLocal(String location) {
        return location.startsWith(SCHEME);
    }

    /// The path of a location; `file:/x`, as some engines write it, is the same as `file:///x`.
    ///
    /// @throws IllegalArgumentException where the location is not of this machine
    public static Path path(String location) {
        if (!isLocal(location)) {
            throw new IllegalArgumentException("not a path of this machine: " + location);
        }
        String path = location.substring(SCHEME.length());
        int slashes = 0;
        while (slashes < path.length() && path.charAt(slashes) == '/') {
            slashes++;
        }
        return Path.of("/" + path.substring(slashes));
    }
}
