package basin.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import basin.core.problem.ProblemText;
import basin.core.problem.Problems;
import basin.core.settings.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvTest {
    private final Problems problems = new Problems();

    @Property
    void quotedValuesAreReadBackWhateverTheyHold(@ForAll @Size(max = 4) List<@From("values") String> values) {
        String table = "\"a\",b\n"
                + values.stream()
                        .map(value -> "\"" + value.replace("\"", "\"\"") + "\", 1\n")
                        .collect(Collectors.joining());

        assertThat(rows(table)).extracting(row -> row.values().get("a")).containsExactlyElementsOf(values);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void eachRowKnowsTheLineItBeginsIn() {
        List<Row> rows = rows("\uFEFFcode , name\r\n\r\n1,\"two\nlines\"\r\n2, plain text \r\n");

        assertThat(rows).extracting(row -> row.place().toString()).containsExactly("stores.csv:3", "stores.csv:5");
        assertThat(rows.getFirst().values()).containsExactly(entry("code", "1"), entry("name", "two\nlines"));
        assertThat(rows.getLast().values()).containsExactly(entry("code", "2"), entry("name", "plain text"));
    }

    @Test
    void aBadRowIsToldAndHarmsNoOther() {
        assertThat(rows("code,name\n1\n2,two\n3,three,drei\n4,\"four\"x\n"))
                .extracting(row -> row.values().get("code"))
                .contains("2");
        assertThat(ProblemText.of(problems.inReadingOrder())).isEqualTo("""
                        stores.csv:2: there are 2 columns, but 1 values in this row
                        stores.csv:4: there are 2 columns, but 3 values in this row
                        stores.csv:5: there is text behind a closing quote
                            fix: double the quotes inside of a quoted value""");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("ab ,\"\n\r;'é").ofMaxLength(8);
    }

    private List<Row> rows(String table) {
        return Csv.rows(table, Path.of("stores.csv"), problems);
    }
}
