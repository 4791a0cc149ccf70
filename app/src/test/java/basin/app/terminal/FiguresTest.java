package basin.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 kB",
        "96400000, 96.4 MB",
        "999499, 999 kB",
        "999500, 1.00 MB",
        "9223372036854775807, 9.22 EB"
    })
    void saysBytesInThreeDigits(long bytes, String text) {
        assertThat(Figures.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "812345, 812 k", "2410000, 2.41 M"})
    void saysRoughNumbersInThreeDigits(long number, String text) {
        assertThat(Figures.rough(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12 ms",
        "999, 999 ms",
        "3400, 3.4 s",
        "59999, 59.9 s",
        "125000, 2 min 5 s",
        "5400000, 1 h 30 min",
        "273600000, 3 d 4 h"
    })
    void saysDurationsInTheirTwoLargestUnits(long millis, String text) {
        assertThat(Figures.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0 rows", "1; 1 row", "1234567; 1,234,567 rows"})
    void countsThings(long number, String text) {
        assertThat(Figures.count(number, "row")).isEqualTo(text);
    }
}
