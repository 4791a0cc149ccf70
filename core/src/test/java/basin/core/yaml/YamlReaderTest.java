package basin.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import basin.core.problem.ProblemText;
import basin.core.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static final Path FILE = Path.of("a.yml");

    private final Problems problems = new Problems();

    @Test
    void everyKeyAndEveryValueKnowsItsPlace() {
        YamlMap map = read("""
                name: shop
                tables:
                  - orders
                  -   lines
                """);

        assertThat(map.entries()).containsOnlyKeys("name", "tables");
        assertThat(entry(map, "tables").place()).hasToString("a.yml:2:1");
        assertThat(entry(map, "name").value().place()).hasToString("a.yml:1:7");
        YamlList tables = assertInstanceOf(YamlList.class, entry(map, "tables").value());
        assertThat(tables.items())
                .extracting(item -> item.place().toString())
                .containsExactly("a.yml:3:5", "a.yml:4:7");
    }

    @Test
    void columnsAreCountedInCodePoints() {
        assertThat(entry(read("{a: \"\uD83D\uDC0B\", b: 1}"), "b").place()).hasToString("a.yml:1:10");
    }

    @ParameterizedTest
    @CsvSource({
        "5432, INTEGER",
        "'\"5432\"', TEXT",
        "0.5, DECIMAL",
        "true, BOOLEAN",
        "yes, TEXT",
        "on, TEXT",
        "2026-11-20, TEXT",
        "12:30:45, TEXT",
        "null, NOTHING",
        "~, NOTHING",
        "'', NOTHING",
        "1.10, DECIMAL"
    })
    void scalarsAreWhatTheCoreSchemaOfYamlSays(String written, YamlScalar.Kind kind) {
        YamlScalar scalar = assertInstanceOf(
                YamlScalar.class, entry(read("a: " + written), "a").value());

        assertThat(scalar.kind()).isEqualTo(kind);
        assertThat(scalar.text()).isEqualTo(written.replace("\"", ""));
    }

    @Test
    void anchorsAndMergeKeysAreResolvedAndWhatIsWrittenWins() {
        YamlMap map = read("""
                defaults: &defaults {host: localhost, port: 5432}
                connection:
                  <<: *defaults
                  port: 5433
                """);

        YamlMap connection =
                assertInstanceOf(YamlMap.class, entry(map, "connection").value());
        assertThat(text(connection, "host")).isEqualTo("localhost");
        assertThat(text(connection, "port")).isEqualTo("5433");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aValueThatContainsItselfIsAProblem() {
        read("a: &a\n  b: *a\n");

        assertThat(told()).isEqualTo("a.yml:1:4: the anchored value contains itself");
    }

    @Test
    void nestedAliasesCannotExhaustTheMemory() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append(
                    "a%d: &a%d [%s]%n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(10)));
        }

        assertThat(read(laughs.toString()).entries()).hasSize(60);
    }

    @Test
    void aFileThatSaysNothingIsAnEmptyMapping() {
        assertThat(read("# nothing yet\n").entries()).isEmpty();
        assertThat(read("\uFEFF").entries()).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void whatIsNoTextIsAProblem(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin.yml"), "name: Müller".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(YamlReader.read(file, Path.of("latin.yml"), problems)).isNull();
        assertThat(YamlReader.read(folder.resolve("missing.yml"), Path.of("missing.yml"), problems))
                .isNull();
        assertThat(YamlReader.parse("a: \u0001", FILE, problems)).isNull();
        assertThat(told()).isEqualTo("""
                        a.yml: the file holds a character that YAML does not allow: U+0001
                            fix: write it as an escape in double quotes
                        latin.yml: the file is not encoded in UTF-8
                            fix: save it as UTF-8
                        missing.yml: there is no such file""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: \"\\q\"       | a.yml:1:6: not valid YAML: a backslash begins an escape that YAML does not know",
                "a: *x            | a.yml:1:4: not valid YAML: there is no such anchor",
                "a: @x            | a.yml:1:4: not valid YAML: a value begins with a character that has a meaning in YAML",
                "a: [1            | a.yml:1:4: not valid YAML: a bracket is never closed",
                "'a: ''x'         | a.yml:1:4: not valid YAML: a quote is never closed",
                "{a: 1}}          | a.yml:1:7: not valid YAML: expected '<document start>', but found '}'"
            })
    void aSyntaxErrorIsOneProblemWhereItBegins(String text, String problem) {
        assertThat(YamlReader.parse(text, FILE, problems)).isNull();

        assertThat(told().lines().findFirst()).contains(problem);
        assertThat(problems.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void whatNestsWithoutEndIsAProblemRatherThanAnOverflow(String opening) {
        assertThat(YamlReader.parse(opening.repeat(3000), FILE, problems)).isNull();
        assertThat(ProblemText.of(problems.inReadingOrder()))
                .startsWith("a.yml:1:")
                .contains("lists and mappings lie more than 100 deep in each other");
    }

    private YamlMap read(String text) {
        return assertInstanceOf(YamlMap.class, YamlReader.parse(text, FILE, problems));
    }

    private String told() {
        return ProblemText.of(problems.inReadingOrder());
    }

    private static YamlMap.Entry entry(YamlMap map, String key) {
        YamlMap.Entry entry = map.get(key);
        assertNotNull(entry);
        return entry;
    }

    private static String text(YamlMap map, String key) {
        return assertInstanceOf(YamlScalar.class, entry(map, key).value()).text();
    }
}
