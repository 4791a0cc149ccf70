package basin.model;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.fixture.Projects;
import basin.model.resource.Freshness;
import basin.model.resource.GenericTest;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import basin.model.resource.UnitTestRows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A project with one of everything, read as dbt reads it.
final class ShopProjectTest {
    private static Projects.Read shop;

    @BeforeAll
    static void read() {
        shop = Projects.read(Projects.SHOP);
    }

    @Test
    void aSoundProjectHasNoMistakes() {
        assertThat(shop.findings().mistakes().inReadingOrder()).isEmpty();
        assertThat(shop.findings().remarks().inReadingOrder()).isEmpty();
    }

    @Test
    void everythingHasTheUniqueIdThatDbtGivesIt() {
        assertThat(shop.graph().resources().keySet())
                .contains(
                        "model.shop.orders",
                        "model.shop.customers.v1",
                        "model.shop.customers.v2",
                        "seed.shop.countries",
                        "snapshot.shop.orders_history",
                        "snapshot.shop.customers_history",
                        "analysis.shop.look",
                        "test.shop.no_orders_without_customer",
                        "source.shop.raw.orders",
                        "exposure.shop.sales_board",
                        "unit_test.shop.orders.orders_know_their_customers",
                        "operation.shop.shop-on-run-start-0",
                        "operation.shop.shop-on-run-end-1");
        assertThat(shop.graph().groups()).extracting(Resource::uniqueId).containsExactly("group.shop.finance");
        assertThat(shop.graph().docs()).extracting(Resource::uniqueId).containsExactly("doc.shop.orders");
    }

    @Test
    void configurationComesFromTheTreeThenYamlThenTheFile() {
        Node orders = node("model.shop.orders");

        assertThat(orders.materialized()).isEqualTo("table");
        assertThat(orders.config().texts("tags")).containsExactly("all", "daily", "finance");
        assertThat(orders.config().map("meta")).isEqualTo(Map.of("owner", "finance", "level", 2L));
        assertThat(orders.kind()).isInstanceOfSatisfying(Model.class, model -> {
            assertThat(model.group()).isEqualTo("finance");
            assertThat(model.access()).isEqualTo(Model.Access.PUBLIC);
        });
        assertThat(node("model.shop.stg_orders").materialized()).isEqualTo("view");
        assertThat(node("seed.shop.countries").config().map("column_types")).isEqualTo(Map.of("code", "varchar"));
    }

    @Test
    void descriptionsHoldTheDocsBlocksThatTheyName() {
        assertThat(node("model.shop.orders").documentation().description())
                .isEqualTo("All orders. What people ordered.");
        assertThat(node("model.shop.orders").documentation().columns().get("id").description())
                .isEqualTo("The key");
        assertThat(source("orders").documentation().description()).isEqualTo("What people ordered.");
    }

    @Test
    void referencesResolve() {
        assertThat(node("model.shop.orders").dependencies().nodes())
                .containsExactly("model.shop.stg_orders", "model.shop.stg_customers");
        assertThat(node("model.shop.stg_orders").dependencies().nodes()).containsExactly("source.shop.raw.orders");
        assertThat(shop.graph().parents("exposure.shop.sales_board"))
                .containsExactly("model.shop.revenue", "source.shop.raw.clicks");
        assertThat(shop.graph().parents("snapshot.shop.customers_history")).containsExactly("model.shop.customers.v2");
        assertThat(shop.graph().parents("unit_test.shop.orders.orders_know_their_customers"))
                .containsExactly("model.shop.orders");
    }

    @Test
    void aReferenceWithoutAVersionMeansTheLatest() {
        assertThat(shop.graph().references().node(null, "customers", null, "shop"))
                .isEqualTo(node("model.shop.customers.v2"));
        assertThat(shop.graph().references().node(null, "customers", "1", "shop"))
                .isEqualTo(node("model.shop.customers.v1"));
        assertThat(node("model.shop.customers.v1").identity().fqn())
                .isEqualTo(List.of("shop", "marts", "customers", "v1"));
    }

    @Test
    void aVersionHasTheColumnsThatItDoesNotLeaveOut() {
        assertThat(node("model.shop.customers.v1").documentation().columns()).containsOnlyKeys("id");
        assertThat(node("model.shop.customers.v2").documentation().columns()).containsOnlyKeys("id", "name");
    }

    @Test
    void testsAreDeclaredInAllSpellings() {
        assertThat(tests())
                .contains(
                        "unique_orders_id",
                        "not_null_orders_id",
                        "accepted_values_orders_status__placed__shipped__completed__return_pending__returned",
                        "relationships_orders_customer_id__id__ref_customers_",
                        "ids_are_positive",
                        "unique_customers_v1_id",
                        "unique_customers_v2_id",
                        "source_not_null_raw_orders_id");
        GenericTest positive = generic("ids_are_positive");
        assertThat(positive.macro()).isEqualTo("dbt_utils.test_expression_is_true");
        assertThat(positive.arguments())
                .isEqualTo(Map.of("expression", "id > 0", "model", "{{ get_where_subquery(ref('orders')) }}"));
        assertThat(named("not_null_orders_id").config().text("severity")).isEqualTo("warn");
        assertThat(generic("not_null_orders_id").attached()).isEqualTo("model.shop.orders");
    }

    @Test
    void aNameOfMoreThan63CharactersIsShortenedWithItsHash() {
        Node test = named("accepted_values_orders_status__placed__shipped__completed__return_pending__returned");

        assertThat(test.uniqueId()).endsWith(".be6b5b5ec3");
        assertThat(test.config().text("alias")).isEqualTo("accepted_values_orders_1ce6ab157c285f7cd2ac656013faf758");
    }

    @Test
    void aTableOfASourceHasWhatItsSourceHas() {
        assertThat(source("orders").relation().sql()).isEqualTo("\"dev\".\"landing\".\"orders\"");
        assertThat(source("customers").relation().identifier()).isEqualTo("customers_v1");
        assertThat(source("orders").loadedAtField()).isEqualTo("_landed_at");
        assertThat(source("orders").config().texts("tags")).containsExactly("raw");
        Freshness freshness = Objects.requireNonNull(source("customers").freshness());
        assertThat(freshness.warnAfter()).isEqualTo(new Freshness.Age(2, Freshness.Period.DAY));
        assertThat(freshness.errorAfter()).isEqualTo(new Freshness.Age(1, Freshness.Period.DAY));
        assertThat(source("clicks").freshness()).isNull();
    }

    @Test
    void aSnapshotIsABlockOrARelation() {
        Node block = node("snapshot.shop.orders_history");

        assertThat(block.identity().fqn()).isEqualTo(List.of("shop", "history", "orders_history"));
        assertThat(block.config().text("strategy")).isEqualTo("check");
        assertThat(block.code().raw())
                .contains("select * from {{ ref('orders') }}")
                .doesNotContain("endsnapshot");
        assertThat(node("snapshot.shop.customers_history").code().raw())
                .isEqualTo("select * from {{ ref('customers', v=2) }}");
    }

    @Test
    void aUnitTestHasItsRows() {
        UnitTest test = shop.graph().unitTests().getFirst();

        assertThat(test.given()).hasSize(2);
        assertThat(test.given().get(1).rows())
                .isInstanceOfSatisfying(
                        UnitTestRows.Values.class,
                        values -> assertThat(values.rows()).isEqualTo(List.of(Map.of("id", "7", "name", "Ada"))));
        assertThat(test.expected())
                .isInstanceOfSatisfying(
                        UnitTestRows.Values.class,
                        values -> assertThat(values.rows()).isEqualTo(List.of(Map.of("id", 1L, "name", "Ada"))));
    }

    @Test
    void genericTestsAreMacroFiles() {
        assertThat(shop.contents().macroFiles())
                .extracting(file -> file.path())
                .containsExactly("macros/money.sql", "tests/generic/is_even.sql");
        assertThat(shop.contents().macroProperties()).containsOnlyKeys("macro.shop.cents");
    }

    @Test
    void variablesOfAPackageWinOverGlobalOnesAndTheCommandLineOverAll() {
        assertThat(shop.tree().vars("shop")).containsEntry("currency", "EUR").containsEntry("start", "2026-01-01");
        assertThat(shop.tree().vars("other")).doesNotContainKey("currency");
    }

    @Test
    void everythingComesBehindWhatItNeeds() {
        List<String> order = shop.graph().inOrder();

        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(shop.graph().resources().keySet());
        for (String id : order) {
            assertThat(order.subList(0, order.indexOf(id)))
                    .containsAll(shop.graph().parents(id));
        }
    }

    private static List<String> tests() {
        return shop.graph().nodes().stream()
                .filter(node -> node.kind() instanceof GenericTest)
                .map(Node::name)
                .toList();
    }

    private static Node named(String name) {
        return shop.graph().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static GenericTest generic(String name) {
        return (GenericTest) named(name).kind();
    }

    private static Node node(String id) {
        return Objects.requireNonNull(shop.graph().node(id), id);
    }

    private static Source source(String table) {
        return shop.graph().sources().stream()
                .filter(source -> source.name().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
