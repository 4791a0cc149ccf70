package basin.app.demo.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The questions of the example project, asked of the shop's own database: they are plain SQL that Postgres
/// understands too, once the tables are in a schema named like the source.
final class QueriesTest {
    private static final Path QUERIES = Path.of("..", "examples", "madhatter", "queries");

    @SuppressWarnings("NullAway.Init")
    private static LoadedCompany company;

    @BeforeAll
    static void load() throws Exception {
        company = new LoadedCompany(Company.ofScale(0.1));
        company.execute("alter schema public rename to shop");
    }

    @AfterAll
    static void drop() throws Exception {
        company.close();
    }

    static List<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(QUERIES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void beginsWithItsTitle(Path query) throws IOException {
        assertThat(Files.readString(query)).startsWith("-- ");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void hasAnAnswer(Path query) throws IOException {
        assertThat(company.rows(Files.readString(query))).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void seesRevenueGrowMonthByMonth() throws IOException {
        assertThat(answer("revenue-by-month")).hasSize(24);
    }

    @Test
    void seesTheFaultyLampLoseItsPlace() throws IOException {
        assertThat(answer("margin-after-returns"))
                .anyMatch(row -> row.startsWith("Dormouse sleep lamp") && places(row)[1] > places(row)[0]);
    }

    @Test
    void namesTheCarrierThatNoLongerKeepsItsPromises() throws IOException {
        assertThat(answer("late-shipments").getFirst()).startsWith("Jabberwock Parcel");
    }

    private static int[] places(String row) {
        String[] values = row.split(" \\| ");
        return new int[] {Integer.parseInt(values[values.length - 2]), Integer.parseInt(values[values.length - 1])};
    }

    private static List<String> answer(String query) throws IOException {
        return company.rows(Files.readString(QUERIES.resolve(query + ".sql")));
    }
}
