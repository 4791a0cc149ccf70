package basin.app.demo.company.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CopyTextTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CopyText out = new CopyText(written, rows -> {});

    @Test
    void putsTabsBetweenValuesAndALineBreakAfterRows() throws IOException {
        out.whole(1).text("a").end().whole(-20).nothing().end();
        assertThat(text()).isEqualTo("1\ta\n-20\t\\N\n");
    }

    @Test
    void escapesWhatWouldEndAValue() throws IOException {
        out.text("a\tb\nc\rd\\e").text("ä\tö\\").end();
        assertThat(text()).isEqualTo("a\\tb\\nc\\rd\\\\e\tä\\tö\\\\\n");
    }

    @Test
    void writesNumbersExactly() throws IOException {
        out.money(5)
                .money(-1999)
                .money(100_00)
                .decimal(1_084_500, 6)
                .whole(Long.MAX_VALUE)
                .real(Double.NaN)
                .end();
        assertThat(text()).isEqualTo("0.05\t-19.99\t100.00\t1.084500\t9223372036854775807\tNaN\n");
    }

    @Test
    void writesDaysAndInstants() throws IOException {
        out.date(LocalDate.of(2024, 2, 29))
                .instant(0)
                .instant(-1)
                .instant(1_709_210_096_000_123L)
                .end();
        assertThat(text())
                .isEqualTo("2024-02-29\t1970-01-01 00:00:00.000000+00\t1969-12-31 23:59:59.999999+00"
                        + "\t2024-02-29 12:34:56.000123+00\n");
    }

    @Test
    void writesWhatPostgresHasTypesFor() throws IOException {
        out.truth(true)
                .bytes(new byte[] {0, (byte) 0xAB})
                .uuid(new UUID(1, 2))
                .list(List.of("a", "b \"c\" \\"))
                .json(new Json().put("a", 1).put("b", List.of("x", "y\"")).put("c", new Json().put("d", true)))
                .end();
        assertThat(text().split("\t"))
                .containsExactly(
                        "t",
                        "\\\\x00ab",
                        "00000000-0000-0001-0000-000000000002",
                        "{\"a\",\"b \\\\\"c\\\\\" \\\\\\\\\"}",
                        "{\"a\": 1, \"b\": [\"x\", \"y\\\\\"\"], \"c\": {\"d\": true}}\n");
    }

    @Test
    void takesValuesLongerThanItsBuffer() throws IOException {
        String value = "x".repeat(1_000_000);
        out.text(value).end();
        assertThat(text()).isEqualTo(value + "\n");
    }

    private String text() throws IOException {
        out.flush();
        return written.toString(StandardCharsets.UTF_8);
    }
}
