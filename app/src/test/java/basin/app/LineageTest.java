package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where columns of a dbt project come from, asked from the command line.
final class LineageTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void layOut() {
        HatProject hats = HatProject.in(folder);
        hats.write("models/marts/dear_hats.sql", """
                {{ config(materialized='ephemeral') }}
                select hat, revenue from {{ ref('hats_sold') }} where orders > 1
                """);
        hats.write("models/marts/report.sql", "select upper(hat) as name, revenue from {{ ref('dear_hats') }}");
        typed = new Typed(folder);
        typed.basin("build");
    }

    @Test
    void aColumnIsFollowedBackToWhereItComesFrom() {
        Typed.Seen seen = typed.basin("lineage", "report.name");

        assertThat(seen.out()).isEqualTo("""
                main.report.name
                └─ main.hats_sold.hat  transformation
                   └─ main.stg_orders.hat  identity
                      └─ main.raw_orders.hat  identity
                1 column besides only decide, as in a filter: --all shows them
                """);
        assertThat(seen.exitCode()).isZero();
    }

    @Test
    void aColumnIsFollowedToWhatIsMadeOfIt() {
        assertThat(typed.basin("lineage", "main.raw_orders.price", "--downstream")
                        .out())
                .isEqualTo("""
                main.raw_orders.price
                └─ main.stg_orders.price  transformation
                   └─ main.hats_sold.revenue  aggregation
                      ├─ dear_hats.revenue  identity
                      └─ main.report.revenue  identity
                """);
    }

    @Test
    void whatOnlyDecidesIsShownWhereItIsAskedFor() {
        assertThat(typed.basin("lineage", "hats_sold.orders", "--all").out()).isEqualTo("""
                main.hats_sold.orders
                └─ main.stg_orders.hat  group by
                   └─ main.raw_orders.hat  identity
                """);
    }

    @Test
    void machinesGetTheEdges() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(typed.basin("lineage", "hats_sold.revenue", "--json").out());

        assertThat(answer.findValue("edges")).hasSize(2);
        assertThat(answer.findValue("edges").get(0).toString())
                .contains(
                        "\"type\":\"DIRECT\",\"subtype\":\"AGGREGATION\"",
                        "model.hats.stg_orders",
                        "\"column\":\"price\"");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        assertThat(typed.basin("lineage", "hats_sold.revenu").err())
                .contains("main.hats_sold has no column 'revenu'", "did you mean 'revenue'");
        assertThat(typed.basin("lineage", "main.hats_solt").err())
                .contains("no table of the project is called as in 'main.hats_solt'", "did you mean 'main.hats_sold'");
    }

    @Test
    void theArtifactIsOpenLineagesFacetForEachNode() throws IOException {
        typed.basin("docs", "generate");

        JsonNode lineage = new ObjectMapper()
                .readTree(folder.resolve("target/column_lineage.json").toFile());
        JsonNode revenue = lineage.at("/nodes/model.hats.hats_sold/facets/columnLineage/fields/revenue/inputFields");
        assertThat(revenue.get(0).toString())
                .isEqualTo("{\"namespace\":\"basin\",\"name\":\"main.stg_orders\",\"field\":\"price\","
                        + "\"unique_id\":\"model.hats.stg_orders\","
                        + "\"transformations\":[{\"type\":\"DIRECT\",\"subtype\":\"AGGREGATION\"}]}");
        JsonNode manifest = new ObjectMapper()
                .readTree(folder.resolve("target/manifest.json").toFile());
        assertThat(manifest.at("/nodes/model.hats.report/compiled_code").asText())
                .contains("upper(hat)");
    }
}
