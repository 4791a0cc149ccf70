package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.engine.QueryOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `shop.orders` has three files, one per month, and only those that can hold rows that count are read.
class PruningTest {

    @TempDir
    static Path temp;

    private static Shop shop;

    @BeforeAll
    static void fill() {
        shop = Shop.filled(temp);
    }

    @AfterAll
    static void empty() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FROM shop.orders                                                                       | 3
            FROM shop.orders WHERE id = 201                                                        | 1
            FROM shop.orders WHERE 201 <= id                                                       | 2
            FROM shop.orders WHERE id < 100                                                        | 0
            FROM shop.orders WHERE id IN (101, 303)                                                | 2
            FROM shop.orders WHERE id BETWEEN 104 AND 200                                          | 1
            FROM shop.orders WHERE id = 101 OR id = 301                                            | 2
            FROM shop.orders WHERE id = 101 OR amount >= 0                                         | 3
            FROM shop.orders WHERE day >= DATE '2024-02-01'                                        | 2
            FROM shop.orders WHERE day >= '2024-02-01'                                             | 2
            FROM shop.orders WHERE day >= DATE '2024-02-01' AND day < DATE '2024-02-01' + INTERVAL 1 MONTH | 1
            FROM shop.orders WHERE day > current_date                                              | 0
            FROM shop.orders WHERE day < now()                                                     | 3
            FROM shop.orders WHERE day = TIMESTAMP '2024-02-02 00:00:00'                           | 1
            FROM shop.orders WHERE id = 201.0                                                      | 1
            FROM shop.orders WHERE id > 201.5                                                      | 3
            FROM shop.orders WHERE id = '201'                                                      | 1
            FROM shop.orders WHERE status IS NULL                                                  | 0
            FROM shop.orders WHERE status IS NOT NULL                                              | 3
            FROM shop.orders WHERE status = 'zzz'                                                  | 0
            FROM shop.orders o WHERE o.id = 201                                                    | 1
            FROM shop.orders WHERE shop.orders.id = 201                                            | 1
            WITH o AS (FROM shop.orders WHERE id = 201) FROM o                                     | 1
            FROM shop.customers c JOIN shop.orders o ON c.id = o.customer_id WHERE o.id = 201      | 2
            FROM shop.orders AT (VERSION => 'february') WHERE id < 200                             | 1
            FROM shop.orders AT (VERSION => 'february')                                            | 2
            FROM shop.products WHERE title = 'hat'                                                 | 1
            """)
    void filesThatCannotHoldRowsThatCountAreNotRead(String sql, int files) {
        assertThat(shop.filesRead(sql)).isEqualTo(files);
    }

    @Test
    void aTableThatIsNamedTwiceIsReadForBoth() {
        assertThat(shop.rows("""
                        SELECT (SELECT count(*) FROM shop.orders WHERE id = 101) + (SELECT count(*) FROM shop.orders WHERE id = 301)
                        """)).containsExactly("2");
        assertThat(shop.rows("SELECT count(*) FROM shop.orders a, shop.orders b WHERE a.id = 101"))
                .containsExactly("12");
    }

    @Test
    void parametersPruneAsIfTheirValuesHadBeenTyped() {
        QueryOptions options = QueryOptions.usual().withParameters(LocalDate.of(2024, 3, 1), "open");

        assertThat(shop.lines("EXPLAIN ANALYZE FROM shop.orders WHERE day >= ? AND status = ?", options)
                        .toString())
                .contains("Total Files Read: 1");
        assertThat(shop.lines("SELECT id FROM shop.orders WHERE day >= $1 AND status = $2 ORDER BY id", options))
                .containsExactly("id", "300", "303");
    }
}
