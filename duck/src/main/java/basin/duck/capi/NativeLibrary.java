package basin.duck.capi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.jar.JarEntry;

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
            JarURLConnection jar = (JarURLConnection) packed.openConnection();
            try {
                return unpacked(jar, cacheFolder());
            } catch (IOException e) {
                // A user without a home of their own: unpacked anew by each process.
                Path folder = Files.createTempDirectory("basin");
                folder.toFile().deleteOnExit();
                Path file = unpacked(jar, folder);
                file.toFile().deleteOnExit();
                return file;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("DuckDB's library cannot be unpacked", e);
        }
    }

    private static Path unpacked(JarURLConnection jar, Path folder) throws IOException {
        JarEntry entry = jar.getJarEntry();
        Path file = folder.resolve(Long.toHexString(entry.getCrc()) + "-" + entry.getName());
        if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
            unpack(jar, file);
        }
        return file;
    }

    /// Complete or not there at all, also where several processes unpack at once.
    private static void unpack(JarURLConnection jar, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path partial = Files.createTempFile(file.getParent(), "unpacking", ".so");
        try {
            try (InputStream packed = jar.getInputStream()) {
                Files.copy(packed, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return folder.resolve("basin");
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
