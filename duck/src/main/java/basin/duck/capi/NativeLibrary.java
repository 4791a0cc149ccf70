package basin.duck.capi;

import basin.duck.library.PackedLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// DuckDB as a shared library: a file named by the system property `basin.duckdb.library`, or else the one inside
/// DuckDB's jar, unpacked once per user and version into the user's cache folder.
final class NativeLibrary {

    private NativeLibrary() {}

    /// The library as a file.
    static Path find() {
        String named = System.getProperty("basin.duckdb.library");
        return named == null ? unpacked() : Path.of(named);
    }

    private static Path unpacked() {
        String name = "libduckdb_java.so_" + system() + "_" + processor();
        URL packed = NativeLibrary.class.getResource("/" + name);
        if (packed == null) {
            throw new IllegalStateException(name + " is not on the class path: DuckDB does not run on this machine");
        }
        try {
            PackedLibrary library = new PackedLibrary((JarURLConnection) packed.openConnection());
            try {
                return unpacked(library, PackedLibrary.cacheFolder());
            } catch (IOException e) {
                // A user without a home of their own: unpacked anew by each process.
                Path folder = Files.createTempDirectory("basin");
                folder.toFile().deleteOnExit();
                Path file = unpacked(library, folder);
                file.toFile().deleteOnExit();
                return file;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("DuckDB's library cannot be unpacked", e);
        }
    }

    private static Path unpacked(PackedLibrary library, Path folder) throws IOException {
        Path file = folder.resolve(
                library.version() + "-" + library.jar().getJarEntry().getName());
        library.unpackTo(file);
        return file;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "macos" : name.contains("windows") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
    }
}
