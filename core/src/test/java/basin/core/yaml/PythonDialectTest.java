package basin.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import basin.core.problem.Problems;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PythonDialectTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({
        "yes, BOOLEAN",
        "Off, BOOLEAN",
        "y, TEXT",
        "'\"yes\"', TEXT",
        "010, INTEGER",
        "1_000, INTEGER",
        "0x1F, INTEGER",
        "-7, INTEGER",
        "12:30, INTEGER",
        "08, TEXT",
        "1e5, TEXT",
        "1.5e+5, DECIMAL",
        ".5, DECIMAL",
        "1., DECIMAL",
        "2026-11-20, TEXT",
        "~, NOTHING",
        "'', NOTHING"
    })
    void takesPlainScalarsForWhatPythonTakesThemFor(String written, YamlScalar.Kind kind) {
        assertThat(assertInstanceOf(YamlScalar.class, value(read("a: " + written), "a"))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void theLastOfTwoEqualKeysCounts() {
        YamlMap map = read("""
                a: 1
                a: 2
                """);

        assertThat(assertInstanceOf(YamlScalar.class, value(map, "a")).text()).isEqualTo("2");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void mergeKeysLayAnchorsBelowWhatIsWritten() {
        YamlMap map = read("""
                base: &base {x: 1, y: 1}
                other:
                  <<: *base
                  y: 2
                """);

        YamlMap other = assertInstanceOf(YamlMap.class, value(map, "other"));
        assertThat(assertInstanceOf(YamlScalar.class, value(other, "x")).text()).isEqualTo("1");
        assertThat(assertInstanceOf(YamlScalar.class, value(other, "y")).text()).isEqualTo("2");
    }

    private YamlMap read(String text) {
        return assertInstanceOf(YamlMap.class, YamlReader.parse(text, Path.of("a.yml"), YamlDialect.PYTHON, problems));
    }

    private static YamlNode value(YamlMap map, String key) {
        return Objects.requireNonNull(map.get(key)).value();
    }
}
