package basin.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemText;
import basin.core.settings.Environment;
import basin.model.document.Findings;
import basin.model.fixture.LiteralTemplates;
import basin.model.fixture.Projects;
import basin.model.project.ProjectOptions;
import basin.model.project.ProjectTree;
import basin.model.properties.ProjectContents;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What dbt would warn of is told, and keeps nothing from running.
final class RemarksTest {
    @TempDir
    private Path folder;

    private String remarks(String files) {
        Projects.write(folder, files);
        Findings findings = new Findings();
        ProjectTree tree = ProjectTree.read(ProjectOptions.of(folder, new Environment(Map.of())), findings);
        GraphBuilder.build(
                ProjectContents.read(Objects.requireNonNull(tree), findings), new LiteralTemplates(), findings);
        assertThat(findings.mistakes().inReadingOrder()).isEmpty();
        return ProblemText.of(findings.remarks().inReadingOrder());
    }

    @Test
    void configurationOfWhatIsNotThere() {
        assertThat(remarks("""
                == dbt_project.yml
                name: shop
                models:
                  +materialized: table
                  shop:
                    marts: {+tags: [daily]}
                    mart: {+tags: [daily]}
                    off: {+enabled: false}
                == models/marts/a.sql
                select 1
                == models/off/b.sql
                select 1
                """)).isEqualTo("""
                dbt_project.yml: 'models.shop.mart' configures nothing that is there
                    fix: name folders and resources below the name of their project, or remove it""");
    }

    @Test
    void aProjectForAnotherDbt() {
        assertThat(remarks("""
                == dbt_project.yml
                name: shop
                require-dbt-version: [">=1.0.0", "<1.5.0"]
                """))
                .isEqualTo(
                        "dbt_project.yml:2:1: the project asks for dbt >=1.0.0, <1.5.0, and is run as by dbt 1.10.13");
        assertThat(remarks("""
                == dbt_project.yml
                name: shop
                require-dbt-version: ">=1.0.0,<2.0.0"
                """)).isEmpty();
    }
}
