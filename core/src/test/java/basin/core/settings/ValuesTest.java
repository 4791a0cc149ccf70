package basin.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "512MB, 512000000",
        "512 mb, 512000000",
        "2GiB, 2147483648",
        "1.5k, 1500",
        "64ki, 65536",
        "17, 17",
        "17B, 17",
        "0, 0",
        "8388607TiB, 9223370937343148032"
    })
    void sizesAreReadAsDuckDbReadsThem(String written, long bytes) {
        assertThat(DataSize.parse(written).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1MB", "1 XB", "1e3", "8388608TiB", "1,5GB"})
    void whatIsNoSizeIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> DataSize.parse(written));
    }

    @Property
    void sizesAreReadBackExactly(@ForAll @LongRange long bytes) {
        assertThat(DataSize.parse(new DataSize(bytes).toString())).isEqualTo(new DataSize(bytes));
    }

    @Test
    void sizesAreWrittenInTheShortestExactWay() {
        assertThat(new DataSize(512_000_000)).hasToString("512MB");
        assertThat(new DataSize(2_147_483_648L)).hasToString("2GiB");
        assertThat(new DataSize(1_001)).hasToString("1001B");
        assertThat(new DataSize(0)).hasToString("0B");
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "1h30m, PT1H30M", "7 d, PT168H", "1H 30M, PT1H30M"})
    void durationsAreReadAsPeopleWriteThem(String written, Duration duration) {
        assertThat(Durations.parse(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "5 minutes", "-1s", "1.5h", "s"})
    void whatIsNoDurationIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(written));
    }

    @Property
    void durationsAreReadBackExactly(@ForAll @LongRange(max = 1_000_000_000_000L) long milliseconds) {
        Duration duration = Duration.ofMillis(milliseconds);

        assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
    }

    @Test
    void aSecretNeverShowsItself() {
        record Login(String user, Secret password) {}

        assertThat(new Login("basin", Secret.parse("hunter2"))).hasToString("Login[user=basin, password=***]");
        assertThat(Secret.parse("hunter2")).isEqualTo(Secret.parse("hunter2")).isNotEqualTo(Secret.parse("hunter3"));
        assertThat(Secret.parse("hunter2").reveal()).isEqualTo("hunter2");
    }
}
