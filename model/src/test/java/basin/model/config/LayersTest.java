package basin.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayersTest {
    @Test
    void tagsAndHooksGrowAndMappingsMerge() {
        Config base = new Config(Map.of(
                "tags", "a",
                "pre_hook", "select 1",
                "meta", Map.of("x", 1L, "y", 1L),
                "materialized", "view"));

        Config merged = Layers.over(
                base,
                Map.of(
                        "tags", List.of("b", "a"),
                        "pre-hook", List.of("select 2"),
                        "meta", Map.of("y", 2L),
                        "materialized", "table"));

        assertThat(merged.texts("tags")).containsExactly("a", "b");
        assertThat(merged.texts("pre_hook")).containsExactly("select 1", "select 2");
        assertThat(merged.map("meta")).isEqualTo(Map.of("x", 1L, "y", 2L));
        assertThat(merged.text("materialized")).isEqualTo("table");
    }

    @Test
    void grantsAreReplacedUnlessTheirKeyHasAPlus() {
        Config base = new Config(Map.of("grants", Map.of("select", List.of("ada"), "insert", List.of("ada"))));

        Config merged = Layers.over(base, Map.of("grants", Map.of("+select", "bob", "insert", "bob")));

        assertThat(merged.map("grants")).isEqualTo(Map.of("select", List.of("ada", "bob"), "insert", List.of("bob")));
    }

    @Test
    void theMostSpecificLayerOfATreeWins() {
        Map<String, Object> marts = new LinkedHashMap<>();
        marts.put("+materialized", "table");
        marts.put("orders", Map.of("materialized", "incremental"));
        ConfigTree tree = new ConfigTree(Map.of("+materialized", "view", "shop", Map.of("marts", marts)));

        assertThat(tree.over(Config.EMPTY, List.of("shop", "staging", "a")).text("materialized"))
                .isEqualTo("view");
        assertThat(tree.over(Config.EMPTY, List.of("shop", "marts", "a")).text("materialized"))
                .isEqualTo("table");
        assertThat(tree.over(Config.EMPTY, List.of("shop", "marts", "orders")).text("materialized"))
                .isEqualTo("incremental");
    }

    @Test
    void aMappingWithoutAPlusIsAFolderAndNoValue() {
        ConfigTree tree = new ConfigTree(Map.of("shop", Map.of("meta", Map.of("a", 1L), "+meta", Map.of("b", 2L))));

        assertThat(tree.over(Config.EMPTY, List.of("shop", "x")).map("meta")).isEqualTo(Map.of("b", 2L));
    }
}
