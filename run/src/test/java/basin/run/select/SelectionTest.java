package basin.run.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.core.project.SourceDefinition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelectionTest {

    private static final List<SourceDefinition> SOURCES =
            List.of(source("erp"), source("shop", "daily"), source("till", "daily", "stores"));

    @Test
    void nothingSaidMeansEverything() {
        assertThat(selected()).containsExactly("erp", "shop", "till");
    }

    @Test
    void namesAndTagsAddUp() {
        assertThat(selected("erp")).containsExactly("erp");
        assertThat(selected("source:shop")).containsExactly("shop");
        assertThat(selected("tag:daily")).containsExactly("shop", "till");
        assertThat(selected("tag:stores", "erp", "erp")).containsExactly("erp", "till");
    }

    @Test
    void everySelectorThatSelectsNothingIsTold() {
        assertThatThrownBy(() -> selected("shpo", "tag:dayly", "erp"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no source has the name 'shpo'; one of erp, shop, till")
                .hasMessageContaining("no source has the tag 'dayly'; one of daily, stores")
                .hasMessageContaining("did you mean 'daily'");
    }

    private static List<String> selected(String... selectors) {
        return Selection.of(SOURCES, List.of(selectors)).stream()
                .map(SourceDefinition::name)
                .toList();
    }

    private static SourceDefinition source(String name, String... tags) {
        return new SourceDefinition(
                name, "postgres", null, List.of(tags), new None(), new Place.InFile(Path.of(name + ".yml")));
    }

    private record None() {}
}
