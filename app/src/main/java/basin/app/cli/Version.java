package basin.app.cli;

import org.jspecify.annotations.Nullable;

/// Which build this is.
final class Version {
    private Version() {}

    /// `basin 0.1.0`
    static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return "basin " + (version == null ? "(not packaged)" : version);
    }
}
