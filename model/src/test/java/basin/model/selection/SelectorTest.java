package basin.model.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.model.document.Findings;
import basin.model.document.ValueTemplates;
import basin.model.fixture.Projects;
import basin.model.graph.ProjectGraph;
import basin.model.resource.GenericTest;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectorTest {
    private static ProjectGraph graph;

    @BeforeAll
    static void read() {
        graph = Projects.read(Projects.SHOP).graph();
    }

    @ParameterizedTest
    @CsvSource({
        "orders, orders",
        "shop.marts.orders, orders",
        "marts, customers.v1 customers.v2 orders revenue",
        "marts.*, customers.v1 customers.v2 orders revenue",
        "customers.v1, customers.v1",
        "customers_v2, customers.v2",
        "customers, customers.v1 customers.v2",
        "+revenue, countries orders revenue stg_customers stg_orders",
        "1+revenue, countries orders revenue",
        "stg_orders+, look orders orders_history revenue stg_orders",
        "stg_orders+1, orders stg_orders",
        "1+orders+1, orders orders_history revenue stg_customers stg_orders",
        "@stg_orders, countries customers.v2 look orders orders_history revenue stg_customers stg_orders",
        "stg_orders revenue, revenue stg_orders",
        "'stg_orders+,tag:daily', orders revenue",
        "'marts,config.materialized:table', customers.v1 customers.v2 orders revenue",
        "'tag:fin*', orders",
        "path:models/staging, stg_customers stg_orders",
        "models/marts/orders.sql, orders",
        "path:models/*/stg_*.sql, stg_customers stg_orders",
        "orders.sql, orders",
        "file:stg_orders, stg_orders",
        "source:raw.orders+1, stg_orders",
        "+exposure:sales_board, countries orders revenue stg_customers stg_orders",
        "'package:this,resource_type:seed', countries",
        "config.meta.owner:finance, customers.v1 customers.v2 orders revenue",
        "config.severity:WARN, ''",
        "group:finance, orders",
        "access:public, orders",
        "version:latest, customers.v2",
        "version:old, customers.v1",
        "resource_type:snapshot, customers_history orders_history",
        "nothing, ''"
    })
    void findsWhatDbtFinds(String written, String expected) {
        assertThat(nodes(select(written, "", IndirectSelection.EAGER)))
                .isEqualTo(new TreeSet<>(Arrays.stream(expected.split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "test_type:unit, orders_know_their_customers",
        "test_type:singular, no_orders_without_customer",
        "test_name:relationships, relationships_orders_customer_id__id__ref_customers_",
        "unit_test:orders_*, orders_know_their_customers",
        "config.severity:WARN, not_null_orders_id"
    })
    void findsTests(String written, String expected) {
        assertThat(tests(select(written, "", IndirectSelection.EAGER))).containsExactly(expected);
    }

    @Test
    void everythingIsSelectedWhereNothingIsSaid() {
        assertThat(select("", "", IndirectSelection.EAGER))
                .isEqualTo(graph.resources().keySet());
    }

    @Test
    void whatIsExcludedTakesItsTestsAlong() {
        Set<String> rest = select("", "orders", IndirectSelection.EAGER);

        assertThat(tests(rest))
                .contains("unique_customers_v1_id")
                .doesNotContain("unique_orders_id", "relationships_orders_customer_id__id__ref_customers_");
    }

    @ParameterizedTest
    @CsvSource({
        "EAGER, orders, true",
        "CAUTIOUS, orders, false",
        "CAUTIOUS, orders customers, true",
        "BUILDABLE, orders, false",
        "BUILDABLE, +orders customers, true",
        "EMPTY, orders customers, false"
    })
    void aTestOfTwoModelsComesAlongByTheRuleChosen(IndirectSelection indirect, String written, boolean comes) {
        assertThat(tests(select(written, "", indirect))
                        .contains("relationships_orders_customer_id__id__ref_customers_"))
                .isEqualTo(comes);
    }

    @Test
    void resourcesOfOtherTypesCanBeLeftOut() {
        Selector selector = new Selector(graph, null, IndirectSelection.EAGER);

        assertThat(selector.select(new Selection.Everything(), Set.of(ResourceType.SEED)))
                .containsExactly("seed.shop.countries");
    }

    @Test
    void selectionsHaveNamesInSelectorsYml() {
        Findings findings = new Findings();
        SelectorsFile file = SelectorsFile.read(Projects.SHOP, ValueTemplates.NONE, findings);
        Selector selector = new Selector(graph, null, IndirectSelection.EAGER);

        assertThat(findings.mistakes().isEmpty()).isTrue();
        assertThat(file.names()).containsExactly("nightly", "twice", "short");
        assertThat(nodes(selector.select(file.named("short")))).containsExactly("orders");
        assertThat(nodes(selector.select(file.named("nightly"))))
                .containsExactly(
                        "customers.v1", "customers.v2", "customers_history", "look", "orders_history", "revenue");
        assertThat(selector.select(file.named("twice"))).isEqualTo(selector.select(file.named("nightly")));
        assertThat(file.selectedByDefault()).isEqualTo(file.named("nightly"));
        assertThatThrownBy(() -> file.named("nightli"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did you mean 'nightly'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tga:daily", "@orders+", "+", "version:newest", "resource_type:mode", "state:new", "state:"})
    void whatMeansNothingIsRefused(String written) {
        assertThatThrownBy(() -> select(written, "", IndirectSelection.EAGER)).isInstanceOf(ProblemException.class);
    }

    private static Set<String> select(String written, String excluded, IndirectSelection indirect) {
        Selection selection = SelectionParser.parse(words(written), words(excluded));
        return new Selector(graph, null, indirect).select(selection);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /// The names of all that is neither test nor source, versions with a dot.
    private static Set<String> nodes(Set<String> ids) {
        return ids.stream()
                .filter(id -> id.startsWith("model.")
                        || id.startsWith("seed.")
                        || id.startsWith("snapshot.")
                        || id.startsWith("analysis."))
                .map(id -> id.substring(id.indexOf("shop.") + "shop.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> tests(Set<String> ids) {
        List<String> names = new ArrayList<>();
        for (String id : ids) {
            Resource resource = graph.find(id);
            boolean generic = resource instanceof Node node && node.kind() instanceof GenericTest;
            if (resource != null && (generic || id.startsWith("test.") || id.startsWith("unit_test."))) {
                names.add(resource.name());
            }
        }
        return names;
    }
}
