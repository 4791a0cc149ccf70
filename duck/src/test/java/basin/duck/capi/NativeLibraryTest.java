package basin.duck.capi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;

final class NativeLibraryTest {

    @Test
    void theLibraryIsUnpackedOnce() throws IOException {
        Path file = NativeLibrary.find();
        FileTime unpacked = Files.getLastModifiedTime(file);
        assertThat(NativeLibrary.find()).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(unpacked);
        assertThat(Files.size(file)).isGreaterThan(10_000_000);
    }
}
