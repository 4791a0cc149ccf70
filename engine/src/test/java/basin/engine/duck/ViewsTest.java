package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTest {

    private static final Schema ID = Schema.of(Field.optional("id", Type.Primitive.LONG));

    @TempDir
    Path temp;

    private Shop shop;

    @BeforeEach
    void fill() {
        shop = Shop.filled(temp);
        view("mart", "paid", "select id, amount from shop.orders where status = 'paid'");
    }

    @AfterEach
    void empty() {
        shop.close();
    }

    @Test
    void aViewIsAskedLikeATable() {
        assertThat(shop.rows("FROM mart.paid ORDER BY id"))
                .containsExactly("101 | 10.50", "201 | 10.50", "301 | 10.50");
        assertThat(shop.rows("SELECT p.id FROM Mart.PAID p WHERE p.amount > 10 ORDER BY ALL LIMIT 1"))
                .containsExactly("101");
    }

    @Test
    void viewsReadViewsAndTheQueryMayNameTheirTablesToo() {
        view("mart", "best", "select max(id) as id from mart.paid");
        view("mart", "both", "select b.id from mart.best b join mart.paid using (id)");

        assertThat(shop.rows("""
                SELECT o.status FROM mart.both JOIN shop.orders o USING (id), mart.best WHERE o.id = best.id""")).containsExactly("paid");
    }

    @Test
    void aConditionOfTheQueryIsNoneOfTheTableBehindTheView() {
        assertThat(shop.rows("SELECT count(*) FROM mart.paid, shop.orders WHERE orders.id = 100"))
                .containsExactly("3");
    }

    @Test
    void aViewIsHeldToWhatQueriesMayDo() {
        view("mart", "files", "select * from read_csv('/etc/passwd')");
        view("mart", "database", "select * from other.shop.orders");

        assertThatThrownBy(() -> shop.lines("SELECT * FROM mart.files"))
                .hasMessageContaining("line 1, column 15: the view 'mart.files' cannot be asked")
                .hasMessageContaining("the table function 'read_csv' is not offered");
        assertThatThrownBy(() -> shop.lines("SELECT * FROM mart.database")).hasMessageContaining("one name too many");
    }

    @Test
    void aBrokenViewIsNamed() {
        view("mart", "orphan", "select * from shop.gone");
        view("mart", "child", "select id from mart.orphan");
        view("mart", "narrow", "select nothing from shop.orders");

        assertThatThrownBy(() -> shop.lines("FROM mart.child"))
                .hasMessageContaining("the view 'mart.orphan' cannot be asked")
                .hasMessageContaining("there is no table 'shop.gone'");
        assertThatThrownBy(() -> shop.lines("FROM mart.narrow"))
                .hasMessageContaining("the view 'mart.narrow' cannot be asked")
                .hasMessageContaining("there is no column 'nothing'");
    }

    @Test
    void aViewThatReadsItselfIsRefused() {
        view("mart", "one", "select * from mart.two");
        view("mart", "two", "select * from mart.one");

        assertThatThrownBy(() -> shop.lines("FROM mart.one")).hasMessageContaining("it reads itself");
    }

    @Test
    void aViewHasNoPast() {
        assertThatThrownBy(() -> shop.lines("FROM mart.paid AT (TIMESTAMP => now())"))
                .hasMessageContaining("'mart.paid' is a view, and has no past");
    }

    @Test
    void viewsAreListed() {
        assertThat(shop.rows("SELECT table_type FROM information_schema.tables WHERE table_name = 'paid'"))
                .containsExactly("VIEW");
        assertThat(shop.rows("SELECT column_name FROM information_schema.columns WHERE table_name = 'paid'"))
                .containsExactly("id");
        assertThat(shop.rows("SHOW TABLES")).contains("mart | paid", "shop | orders");
        assertThat(shop.rows("SELECT column_name FROM (DESCRIBE mart.paid)")).containsExactly("id", "amount");
    }

    private void view(String schema, String name, String sql) {
        shop.lake.createView(new TableName(schema, name), sql, ID, Map.of());
    }
}
