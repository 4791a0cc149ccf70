package basin.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.fixture.Projects;
import basin.model.resource.RelationName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {
    private static final Invocation INVOCATION = new Invocation(
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            Instant.parse("2026-11-20T10:00:00Z"),
            Instant.parse("2026-11-20T10:00:01.123456Z"));

    @Test
    void hasTheSectionsAndFieldsThatToolsReadByName() {
        JsonNode manifest = Manifest.of(
                Projects.read(Projects.SHOP).graph(),
                Map.of("model.shop.orders", new Compiled("select 1", "target/compiled/orders.sql")),
                INVOCATION);

        assertThat(manifest.path("metadata").path("dbt_schema_version").asText())
                .isEqualTo("https://schemas.getdbt.com/dbt/manifest/v12.json");
        assertThat(manifest.fieldNames())
                .toIterable()
                .contains(
                        "nodes",
                        "sources",
                        "macros",
                        "docs",
                        "exposures",
                        "metrics",
                        "groups",
                        "selectors",
                        "disabled",
                        "parent_map",
                        "child_map",
                        "group_map",
                        "saved_queries",
                        "semantic_models",
                        "unit_tests");
        JsonNode orders = manifest.path("nodes").path("model.shop.orders");
        assertThat(orders.path("depends_on").path("nodes"))
                .extracting(JsonNode::asText)
                .containsExactly("model.shop.stg_orders", "model.shop.stg_customers");
        assertThat(orders.path("config").path("materialized").asText()).isEqualTo("table");
        assertThat(orders.path("relation_name").asText()).isEqualTo("\"dev\".\"main\".\"orders\"");
        assertThat(orders.path("compiled_code").asText()).isEqualTo("select 1");
        assertThat(orders.path("columns").path("id").path("description").asText())
                .isEqualTo("The key");
        assertThat(orders.path("patch_path").asText()).isEqualTo("shop://models/marts/marts.yml");
        assertThat(manifest.path("nodes")
                        .path("model.shop.customers.v2")
                        .path("version")
                        .isNumber())
                .isTrue();
        assertThat(manifest.path("parent_map").path("exposure.shop.sales_board"))
                .hasSize(2);
        assertThat(manifest.path("group_map").path("finance"))
                .extracting(JsonNode::asText)
                .containsExactly("model.shop.orders");
    }

    @Test
    void aTestNamesItsMacroAndArguments() {
        JsonNode nodes = Manifest.of(Projects.read(Projects.SHOP).graph(), Map.of(), INVOCATION)
                .path("nodes");
        JsonNode test = nodes.properties().stream()
                .map(Map.Entry::getValue)
                .filter(node -> node.path("name").asText().equals("not_null_orders_id"))
                .findFirst()
                .orElseThrow();

        assertThat(test.path("test_metadata").path("name").asText()).isEqualTo("not_null");
        assertThat(test.path("test_metadata").path("kwargs").path("column_name").asText())
                .isEqualTo("id");
        assertThat(test.path("attached_node").asText()).isEqualTo("model.shop.orders");
        assertThat(test.path("column_name").asText()).isEqualTo("id");
        assertThat(test.path("config").path("severity").asText()).isEqualTo("warn");
    }

    @Test
    void resultsAndCatalogComeBackFromTheirFiles(@TempDir Path folder) {
        ObjectNode results = RunResults.of(
                List.of(new RunResult(
                        "model.shop.orders",
                        RunResult.Status.PARTIAL_SUCCESS,
                        List.of(new RunResult.Timing("execute", INVOCATION.startedAt(), INVOCATION.generatedAt())),
                        "Thread-1",
                        1.5,
                        null,
                        null,
                        Map.of("rows_affected", 3L),
                        null,
                        "orders")),
                2.5,
                Map.of("which", "run"),
                INVOCATION);
        ObjectNode catalog = Catalog.of(
                List.of(new CatalogTable(
                        "model.shop.orders",
                        "BASE TABLE",
                        new RelationName("dev", "main", "orders", RelationName.Quoting.ALL),
                        null,
                        null,
                        List.of(new CatalogTable.CatalogColumn("id", "BIGINT", null)),
                        Map.of("Row count", 3L))),
                List.of(),
                List.of(),
                INVOCATION);
        Path file = folder.resolve("target").resolve(RunResults.FILE);

        ArtifactFile.write(file, results);

        assertThat(Objects.requireNonNull(ArtifactFile.read(file)).toString()).isEqualTo(results.toString());
        assertThat(results.path("results").path(0).path("status").asText()).isEqualTo("partial success");
        assertThat(results.path("results")
                        .path(0)
                        .path("timing")
                        .path(0)
                        .path("completed_at")
                        .asText())
                .isEqualTo("2026-11-20T10:00:01.123456Z");
        JsonNode table = catalog.path("nodes").path("model.shop.orders");
        assertThat(table.path("columns").path("id").path("index").asInt()).isEqualTo(1);
        assertThat(table.path("stats").path("row_count").path("value").asInt()).isEqualTo(3);
        assertThat(ArtifactFile.read(folder.resolve("nothing.json"))).isNull();
    }
}
