package basin.lake.catalog;

import basin.duck.library.PackedLibrary;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
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
                PackedLibrary library = new PackedLibrary(jar);
                Path folder = PackedLibrary.cacheFolder().resolve("sqlite-" + library.version());
                library.unpackTo(folder.resolve(name));
                System.setProperty(FOLDER, folder.toString());
            }
        } catch (IOException e) {
            System.getLogger(SqliteLibrary.class.getName())
                    .log(System.Logger.Level.DEBUG, "SQLite's library stays packed", e);
        }
    }
}
