package basin.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RollingFileTest {

    @TempDir
    Path folder;

    @Test
    void isNotThereBeforeThereIsSomethingToSay() {
        RollingFile file = new RollingFile(folder.resolve("logs/basin.log"));
        file.flush();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsTheNewestTwentyFiveMegabytes() {
        RollingFile file = new RollingFile(folder.resolve("basin.log"));
        file.setFormatter(new LogLine());
        String megabytes = "x".repeat(1_300_000);
        for (int i = 0; i < 40; i++) {
            file.publish(new LogRecord(Level.INFO, i + megabytes));
        }

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("basin.log", "basin.log.1", "basin.log.2", "basin.log.3", "basin.log.4");
        assertThat(folder.resolve("basin.log")).content().contains("39xxx");
        assertThat(folder.resolve("basin.log.4").toFile().length()).isBetween(5_000_000L, 6_500_000L);
    }
}
