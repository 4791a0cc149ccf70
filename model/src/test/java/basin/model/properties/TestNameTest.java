package basin.model.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names and hashes of tests that dbt itself gave.
final class TestNameTest {
    @ParameterizedTest
    @CsvSource({
        "not_null, customers, customer_id, not_null_customers_customer_id, 5c9bf9911d",
        "unique, customers, customer_id, unique_customers_customer_id, c5af1ff4b1",
        "unique, orders, order_id, unique_orders_order_id, fed79b3a6e",
        "not_null, orders, amount, not_null_orders_amount, 106140f9fd"
    })
    void areDbts(String test, String model, String column, String name, String hash) {
        TestName given = TestName.of(test, model, Map.of("column_name", column));

        assertThat(given.full()).isEqualTo(name);
        assertThat(given.shortened()).isEqualTo(name);
        assertThat(given.hash(
                        null,
                        test,
                        Map.of("column_name", column, "model", "{{ get_where_subquery(ref('" + model + "')) }}")))
                .isEqualTo(hash);
    }

    @Test
    void valuesStandInTheNameInTheOrderOfTheirArguments() {
        TestName given = TestName.of(
                "dbt_utils_between", "orders", Map.of("column_name", "amount", "b", List.of(1L, 2.5), "a", true));

        assertThat(given.full()).isEqualTo("dbt_utils_between_orders_True__1__2_5__amount");
    }

    @Test
    void nothingIsNone() {
        List<Object> values = new ArrayList<>();
        values.add(null);

        assertThat(TestName.of("a", "b", Map.of("values", values)).full()).isEqualTo("a_b_None");
    }

    @Test
    void aNameOf63CharactersStaysAndOneOf64IsShortened() {
        String model = "m".repeat(63 - "unique__id".length());

        assertThat(TestName.of("unique", model, Map.of("column_name", "id")).shortened())
                .hasSize(63)
                .endsWith("_id");
        assertThat(TestName.of("unique", model + "m", Map.of("column_name", "id"))
                        .shortened())
                .hasSize(63)
                .startsWith("unique_mmmmmmmmmmmmmmmmmmmmmmm_");
    }
}
