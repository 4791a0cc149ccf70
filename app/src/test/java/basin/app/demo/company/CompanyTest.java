package basin.app.demo.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CompanyTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    @Test
    void isTheSameToTheByteEachTime() throws Exception {
        assertThat(checksums(Company.ofScale(0.02).tables()))
                .isEqualTo(checksums(Company.ofScale(0.02).tables()));
    }

    @Test
    void writesATableTheSameWhateverWasWrittenBefore() throws Exception {
        List<Table> tables = Company.ofScale(0.02).tables();
        assertThat(checksums(tables.reversed())).isEqualTo(checksums(tables));
    }

    @Test
    void isAnotherWithAnotherSeed() throws Exception {
        Map<String, String> one = checksums(new Company(0.02, LAST_DAY, 1).tables());
        Map<String, String> other = checksums(new Company(0.02, LAST_DAY, 2).tables());
        assertThat(one).hasSameSizeAs(other);
        one.forEach((table, checksum) -> {
            boolean givenByHand =
                    List.of("categories", "promotions", "carriers", "stores").contains(table);
            assertThat(checksum.equals(other.get(table))).as(table).isEqualTo(givenByHand);
        });
    }

    @Test
    void growsWithItsScale() throws Exception {
        Map<String, Long> small = sizes(Company.ofScale(0.01).tables());
        Map<String, Long> large = sizes(Company.ofScale(0.1).tables());
        for (String table :
                List.of("customers", "orders", "order_lines", "payments", "shipments", "returns", "devices")) {
            assertThat((double) large.get(table) / small.get(table)).as(table).isBetween(8.0, 12.0);
        }
        assertThat(large).containsEntry("products", small.get("products"));
    }

    @Test
    void saysBeforehandHowManyRowsToExpect() throws Exception {
        List<Table> tables = Company.ofScale(0.1).tables();
        Map<String, Long> sizes = sizes(tables);
        for (Table table : tables) {
            assertThat((double) table.expectedRows() / sizes.get(table.name()))
                    .as(table.name())
                    .isBetween(0.85, 1.15);
        }
    }

    @Test
    void endsOnAnyDay() throws Exception {
        Company leapDay = new Company(0.01, LocalDate.of(2024, 2, 29), 7);
        assertThat(sizes(leapDay.tables())).containsEntry("orders", 1000L);
    }

    @Test
    void hasAtLeastOneOrderAtTheSmallestScale() throws Exception {
        assertThat(sizes(Company.ofScale(1e-9).tables())).containsEntry("orders", 1L);
    }

    @Test
    void refusesAScaleThatMeansNothing() {
        for (double scale : new double[] {0, -1, Double.NaN, 1e9}) {
            assertThatThrownBy(() -> Company.ofScale(scale))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("scale must be above 0");
        }
    }

    private static Map<String, String> checksums(List<Table> tables) throws IOException, NoSuchAlgorithmException {
        Map<String, String> checksums = new LinkedHashMap<>();
        for (Table table : tables) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            write(table, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            checksums.put(table.name(), HexFormat.of().formatHex(digest.digest()));
        }
        return checksums;
    }

    private static Map<String, Long> sizes(List<Table> tables) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (Table table : tables) {
            sizes.put(table.name(), write(table, OutputStream.nullOutputStream()));
        }
        return sizes;
    }

    /// Returns how many rows it wrote.
    private static long write(Table table, OutputStream out) throws IOException {
        AtomicLong rows = new AtomicLong();
        CopyText text = new CopyText(out, rows::set);
        table.write(text);
        text.flush();
        return rows.get();
    }
}
