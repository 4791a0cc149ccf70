package basin.run.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    @TempDir
    Path temp;

    private Warehouse shop;

    @BeforeEach
    void open() {
        shop = new Warehouse(temp);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1        | 22                  | INTEGER",
                "1        | 3000000000          | BIGINT",
                "1        | 2.5                 | DOUBLE",
                "1        | 1e3                 | DOUBLE",
                "1        | x                   | VARCHAR",
                "true     | FALSE               | BOOLEAN",
                "true     | 1                   | VARCHAR",
                "2026-01-31 | 2024-02-29        | DATE",
                "2026-01-31 | 2023-02-29        | VARCHAR",
                "2026-01-31 | 2026-01-31 10:00  | VARCHAR",
                "2026-01-31 10:00:00 | 2026-01-31T10:00:00.5 | TIMESTAMP",
                "12345678901234567890 | 1       | DOUBLE",
                "null     | 7                   | INTEGER"
            })
    void aColumnHasTheFirstTypeThatAllItsValuesFit(String one, String other, String type) {
        shop.file("seeds/s.csv", "id,v\n1," + one + "\n2," + other + "\n3,\n");
        assertThat(shop.build().results())
                .allSatisfy(result -> assertThat(result.problems()).isEmpty());
        assertThat(shop.rows("select typeof(v) from main.s limit 1")).isEqualTo("[" + type + "]\n");
        assertThat(shop.rows("select count(*) from main.s where v is null and id = 3"))
                .isEqualTo("[1]\n");
    }

    @Test
    void typesThatAreGivenAreTaken() {
        shop.file("seeds/s.csv", "code;n\n007;1\n").file("seeds/s.yml", """
                seeds: [{name: s, config: {delimiter: ";", column_types: {CODE: varchar, n: "decimal(10,2)"}}}]
                """);
        shop.build();
        assertThat(shop.rows("select code, n, typeof(n) from main.s")).isEqualTo("[007, 1.00, DECIMAL(10,2)]\n");
    }

    @Test
    void quotedCellsKeepTheirLinesAndDelimiters() {
        shop.file("seeds/s.csv", "\uFEFFname,note\r\n\"Hatter, Mad\",\"two\nlines, \"\"quoted\"\"\"\r\n");
        shop.build();
        assertThat(shop.rows("select name, note from main.s")).isEqualTo("[Hatter, Mad, two\nlines, \"quoted\"]\n");
    }

    @Test
    void aColumnThatIsThereTwiceIsAProblemOfTheFile() {
        shop.file("seeds/s.csv", "a,b,A\n1,2,3\n");
        assertThat(shop.build().results().getFirst().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString("seeds/s.csv:1");
            assertThat(problem.what()).isEqualTo("there are two columns 'A'");
        });
    }

    @Test
    void aSeedMayHaveHundredsOfColumns() {
        String header = IntStream.range(0, 400).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 400)
                .mapToObj(i -> i % 3 == 0 ? "" : String.valueOf(i))
                .collect(Collectors.joining(","));
        shop.file("seeds/wide.csv", header + "\n" + row + "\n");
        shop.build();
        assertThat(shop.rows("select typeof(c0), typeof(c1), c399, c398 from main.wide"))
                .isEqualTo("[INTEGER, INTEGER, null, 398]\n");
    }
}
