package basin.duck.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A shared library inside a jar, which the system can only load from a file of its own.
///
/// @param jar connected to the library's entry
public record PackedLibrary(JarURLConnection jar) {

    /// Tells versions of the library apart, as hexadecimal digits.
    ///
    /// @throws IOException if the jar cannot be read
    public String version() throws IOException {
        return Long.toHexString(jar.getJarEntry().getCrc());
    }

    /// Makes `file` the library. It is complete or not there at all, also where several processes unpack at once; one
    /// that is there already stays.
    ///
    /// @param file its folder is created if it is not there
    /// @throws IOException if the jar cannot be read, or the file not written
    public void unpackTo(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == jar.getJarEntry().getSize()) {
            return;
        }
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

    /// The user's folder for what can be unpacked again; need not be there.
    public static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return folder.resolve("basin");
    }
}
