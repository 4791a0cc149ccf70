package basin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.testkit.disk.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void hasRoomForSmallWritesOnly() throws InterruptedException {
        Path small = folder.resolve("small");

        FullDisk.during(1000, () -> Files.write(small, new byte[999]));

        assertThat(small).hasSize(999);
        assertThatThrownBy(() -> FullDisk.during(1000, () -> Files.write(folder.resolve("large"), new byte[1000])))
                .rootCause()
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void isFullForProgramsStartedThere() throws InterruptedException {
        String program = "head -c 5000 /dev/zero > '" + folder.resolve("large") + "'";

        int exit = FullDisk.during(
                4000, () -> new ProcessBuilder("sh", "-c", program).start().waitFor());

        assertThat(exit).isNotZero();
    }

    @Test
    void isFullForNobodyElse() throws IOException, InterruptedException {
        FullDisk.during(0, () -> "done");

        assertThat(Files.write(folder.resolve("large"), new byte[100_000])).hasSize(100_000);
    }
}
