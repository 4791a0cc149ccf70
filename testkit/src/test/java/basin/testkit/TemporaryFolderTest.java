package basin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class TemporaryFolderTest {

    @Test
    void isGoneWithAllInItOnceClosed() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create("basin-test-")) {
            path = folder.path();
            Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c.txt"), "x");
            assertThat(path).isDirectory();
        }
        assertThat(path).doesNotExist();
    }
}
