package basin.lake.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native part, unpacked once per user and version. Left to itself its driver unpacks it at every start,
/// and compares what it wrote with what it read: a tenth of a second of every command.
final class SqliteLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /// Tells the driver where the library is, before it looks. Where that cannot be done, the driver does as it
    /// always does.
    static synchronized void locate() {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        URL packed = JDBC.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        try {
            if (packed != null && packed.openConnection() instanceof JarURLConnection jar) {
                String version = Long.toHexString(jar.getJarEntry().getCrc());
                Path folder = Files.createDirectories(cacheFolder().resolve("sqlite-" + version));
                unpack(jar, folder.resolve(name));
                System.setProperty(FOLDER, folder.toString());
            }
        } catch (IOException e) {
            System.getLogger(SqliteLibrary.class.getName())
                    .log(System.Logger.Level.DEBUG, "SQLite's library stays packed", e);
        }
    }

    /// Complete or not there at all, also where several processes unpack at once.
    private static void unpack(JarURLConnection jar, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == jar.getJarEntry().getSize()) {
            return;
        }
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
}
