package basin.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings that are well written and cannot work are found when the project is read.
final class SettingsLimitsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "memory: 1KB                                        | 'memory' must be from 64MB to 64TB",
                "memory: 100000GB                                   | 'memory' must be from 64MB to 64TB",
                "state: /                                           | 'state' must be a folder of its own",
                "lake: {location: 's3://bucket/lake', endpoint: foo}     | 'lake.endpoint' is no web address",
                "lake: {location: 's3://bucket/lake', endpoint: 'ftp://x'} | 'lake.endpoint' is no web address"
            })
    void areToldWithTheirPlace(String settings, String words) throws IOException {
        Files.writeString(folder.resolve("basin.yml"), settings + "\n");

        assertThatThrownBy(this::read).hasMessageContaining("basin.yml:1:").hasMessageContaining(words);
    }

    @Test
    void leaveRoomForWhatWorks() throws IOException {
        Files.writeString(folder.resolve("basin.yml"), """
                memory: 64MB
                lake: {location: "s3://bucket/lake", endpoint: "http://localhost:9000"}
                """);

        assertThat(read().problems()).isEmpty();
    }

    private ProjectReading read() {
        return ProjectReading.of(folder, List.of(), Map.of());
    }
}
