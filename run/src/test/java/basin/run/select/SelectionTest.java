package basin.run.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.project.BasinSettings;
import basin.core.project.Project;
import basin.core.project.ProjectReading;
import basin.core.project.SourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelectionTest {

    private static final List<SourceDefinition> SOURCES =
            List.of(source("erp"), source("shop", "daily"), source("till", "daily", "stores"));

    private static final Problem BAD = Problem.wrong("unknown setting 'hots'", Place.NOWHERE);

    @TempDir
    Path folder;

    @BeforeEach
    void aProject() throws IOException {
        Files.createFile(folder.resolve("basin.yml"));
    }

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

    @Test
    void aBadSourceIsToldAndLeavesTheOthersAlone() {
        assertThat(select().problems()).containsExactly(BAD);
        assertThat(names(select("bad", "erp"))).containsExactly("erp");
        assertThat(select("bad", "erp").problems()).containsExactly(BAD);
        assertThat(select("bad").sources()).isEmpty();
    }

    @Test
    void aBadSourceIsToldWhereItMightBeMeant() {
        assertThat(select("tag:daily").problems()).containsExactly(BAD);
        assertThat(select("erp").problems()).isEmpty();
    }

    private List<String> selected(String... selectors) {
        return names(select(selectors));
    }

    private Selection select(String... selectors) {
        BasinSettings settings =
                ProjectReading.of(folder, List.of(), Map.of()).project().settings();
        Project project = new Project("company", folder, settings, SOURCES);
        return Selection.of(new ProjectReading(project, List.of(BAD), Map.of("bad", List.of(BAD))), List.of(selectors));
    }

    private static List<String> names(Selection selection) {
        return selection.sources().stream().map(SourceDefinition::name).toList();
    }

    private static SourceDefinition source(String name, String... tags) {
        return new SourceDefinition(
                name, "postgres", null, List.of(tags), new None(), new Place.InFile(Path.of(name + ".yml")));
    }

    private record None() {}
}
