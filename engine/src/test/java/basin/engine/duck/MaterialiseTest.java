package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.stream.TableName;
import basin.engine.QueryOptions;
import basin.engine.Refresh;
import basin.engine.TableOverview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialiseTest {

    private static final TableName TOTALS = new TableName("mart", "totals");

    @TempDir
    Path temp;

    private Shop shop;

    @BeforeEach
    void fill() {
        shop = Shop.filled(temp);
    }

    @AfterEach
    void empty() {
        shop.close();
    }

    @Test
    void aTableIsMadeOutOfAQueryWithItsNamesAndTypes() {
        long rows = make(
                "SELECT status, count(*) AS n, sum(amount) AS \"Total €\", sum(id) AS huge FROM shop.orders GROUP BY 1");

        assertThat(rows).isEqualTo(3);
        assertThat(shop.lines("FROM mart.totals ORDER BY status"))
                .containsExactly(
                        "status | n | Total € | huge",
                        "open | 6 | 94.50 | 1209",
                        "paid | 3 | 31.50 | 603",
                        "shipped | 3 | 63.00 | 606");
        assertThat(shop.rows("SELECT column_type FROM (DESCRIBE mart.totals)"))
                .containsExactly("VARCHAR", "BIGINT", "DECIMAL(38,2)", "DECIMAL(38,0)");
    }

    @Test
    void itsRowsAreReplacedAsAWholeAndTheOldOnesStayInItsHistory() {
        make("SELECT 1 AS n");
        long first = shop.lake.table(TOTALS).snapshots().getFirst().id();
        make("SELECT 2 AS n UNION ALL SELECT 3");

        assertThat(shop.rows("FROM mart.totals ORDER BY n")).containsExactly("2", "3");
        assertThat(shop.rows("FROM mart.totals AT (VERSION => " + first + ")")).containsExactly("1");
    }

    @Test
    void rowsAreAddedWhereThatIsAsked() {
        make("SELECT 1 AS n");
        shop.engine.materialise(TOTALS, "SELECT 2 AS n", Refresh.APPEND, QueryOptions.usual());

        assertThat(shop.rows("FROM mart.totals ORDER BY n")).containsExactly("1", "2");
    }

    @Test
    void aTableCanBeMadeOutOfItself() {
        make("SELECT 1 AS n");
        make("SELECT n + 1 AS n FROM mart.totals UNION ALL FROM mart.totals");

        assertThat(shop.rows("FROM mart.totals ORDER BY n")).containsExactly("1", "2");
    }

    @Test
    void columnsAreAddedAndWidenedAsTheQueryNeeds() {
        make("SELECT 1::INTEGER AS n");
        make("SELECT 5000000000 AS n, 'new' AS word");
        make("SELECT 7::INTEGER AS n");

        assertThat(shop.lines("FROM mart.totals")).containsExactly("n | word", "7 | null");
    }

    @Test
    void noRowsMakeAnEmptyTable() {
        make("SELECT 1 AS n");

        assertThat(make("SELECT 1 AS n WHERE false")).isZero();
        assertThat(shop.lines("FROM mart.totals")).containsExactly("n");
    }

    @Test
    void aReaderThatBeganBeforeKeepsTheOldRows() {
        make("SELECT i FROM range(100000) t(i)");
        try (Rows rows = shop.engine.query("FROM mart.totals", QueryOptions.usual())) {
            make("SELECT 1::BIGINT AS i");

            assertThat(Shop.read(rows)).hasSize(100_000);
        }
        assertThat(shop.rows("FROM mart.totals")).containsExactly("1");
    }

    @Test
    void aQueryThatFailsLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> make("SELECT CAST(status AS INTEGER) AS n FROM shop.orders"))
                .hasMessageContaining("could not convert");
        assertThat(shop.lake.find(TOTALS)).isEmpty();

        make("SELECT 1 AS n");
        assertThatThrownBy(() -> make("SELECT CAST(status AS INTEGER) AS n FROM shop.orders"))
                .hasMessageContaining("could not convert");
        assertThat(shop.rows("FROM mart.totals")).containsExactly("1");
        try (Stream<Path> files = Files.walk(shop.folder().resolve("lake/mart"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                    .hasSize(1);
        }
    }

    @Test
    void aMistakeIsShownWhereItWasTyped() {
        assertThatThrownBy(() -> make("SELECT amoutn FROM shop.orders"))
                .hasMessageContaining("line 1, column 8: there is no column 'amoutn'")
                .hasMessageContaining("did you mean 'amount'?");
        assertThatThrownBy(() -> make("DROP TABLE shop.orders")).hasMessageContaining("'DROP' is not a query");
    }

    @Test
    void tablesAreListedWithWhatTheLakeKnowsOfThem() {
        make("SELECT 1 AS n");

        List<TableOverview> tables = shop.engine.tables();

        assertThat(tables.stream().map(TableOverview::name).map(TableName::toString))
                .containsExactly(
                        "crm.Visits per Day",
                        "mart.totals",
                        "shop.customers",
                        "shop.empty",
                        "shop.orders",
                        "shop.products",
                        "types.everything");
        TableOverview orders = tables.get(4);
        assertThat(orders.rows()).isEqualTo(12);
        assertThat(orders.bytes()).isPositive();
        assertThat(orders.lastCommit()).isPresent();
        assertThat(orders.schema().fields().stream().map(Field::name)).startsWith("id", "customer_id");
        assertThat(tables.get(3).lastCommit()).isEmpty();
        assertThat(tables.get(3).rows()).isZero();
    }

    private long make(String select) {
        return shop.engine.materialise(TOTALS, select, Refresh.REPLACE, QueryOptions.usual());
    }
}
