package basin.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A new empty folder that is gone, with all in it, when this is closed.
///
/// @param path the folder, absolute
public record TemporaryFolder(Path path) implements AutoCloseable {

    /// @param prefix what the folder's name begins with, so that one that was left behind tells who left it
    /// @throws UncheckedIOException if no folder can be made in the temporary folder of this machine
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
