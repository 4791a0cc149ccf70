package basin.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemText;
import basin.core.settings.Environment;
import basin.model.document.Findings;
import basin.model.fixture.Projects;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfilesTest {
    private static final String PROJECT = "== dbt_project.yml\nname: shop\nprofile: shop\n";

    @TempDir
    private Path folder;

    private final Findings findings = new Findings();

    @Test
    void aProjectWithoutAProfileRunsOnDuckDb() {
        Target target = read(PROJECT, Map.of(), null);

        assertThat(target).isEqualTo(Target.withoutProfile("shop"));
        assertThat(target.type()).isEqualTo("duckdb");
        assertThat(target.schema()).isEqualTo("main");
    }

    @Test
    void theProfileSaysTheTargetAndTheCommandLineAnother() {
        String files = PROJECT + """
                == profiles.yml
                shop:
                  target: "{{ env_var('WHERE', 'dev') }}"
                  outputs:
                    dev: {type: duckdb, path: data/shop.duckdb, threads: 8}
                    prod: {type: duckdb, path: x.db, schema: "{{ env_var('SCHEMA') }}", database: lake}
                """;

        Target dev = read(files, Map.of(), null);
        Target prod = read(files, Map.of("SCHEMA", "analytics"), "prod");

        assertThat(dev.name()).isEqualTo("dev");
        assertThat(dev.database()).isEqualTo("shop");
        assertThat(dev.threads()).isEqualTo(8);
        assertThat(prod.database()).isEqualTo("lake");
        assertThat(prod.schema()).isEqualTo("analytics");
        assertThat(findings.mistakes().isEmpty()).isTrue();
    }

    @Test
    void anOutputThatCanBeRunIsTakenInPlaceOfOneThatCanNot() {
        Target target = read(PROJECT + """
                == profiles.yml
                shop:
                  target: pg
                  outputs:
                    pg: {type: postgres, host: "{{ env_var('PGHOST') }}"}
                    duck: {type: duckdb, schema: local}
                """, Map.of(), null);

        assertThat(target.name()).isEqualTo("duck");
        assertThat(target.schema()).isEqualTo("local");
        assertThat(ProblemText.of(findings.remarks().inReadingOrder()))
                .isEqualTo("profiles.yml:4:10: the output 'pg' is of type 'postgres', so 'duck' is taken in its place");
    }

    @Test
    void anOutputOfAnotherTypeIsRunOnDuckDbWhereThereIsNoOther() {
        Target target = read(PROJECT + """
                == profiles.yml
                shop:
                  outputs:
                    default: {type: postgres, host: "{{ env_var('PGHOST') }}", dbname: db, schema: shop}
                """, Map.of(), null);

        assertThat(target.type()).isEqualTo("duckdb");
        assertThat(target.database()).isEqualTo("db");
        assertThat(target.schema()).isEqualTo("shop");
        assertThat(findings.mistakes().isEmpty()).isTrue();
    }

    @Test
    void theFileOfTheUserNeedNotKnowTheProject() {
        Projects.write(folder, "== home/.dbt/profiles.yml\nother: {outputs: {dev: {type: duckdb}}}\n");

        Target target = read(PROJECT, Map.of("HOME", folder.resolve("home").toString()), null);

        assertThat(target).isEqualTo(Target.withoutProfile("shop"));
    }

    @Test
    void templatesSeeNoSecrets() {
        Target target = read(PROJECT + """
                == profiles.yml
                shop: {outputs: {dev: {type: duckdb, password: secret, user: me}}}
                """, Map.of(), null);

        assertThat(target.values()).containsEntry("user", "me").doesNotContainKey("password");
        assertThat(target.toString()).doesNotContain("secret");
    }

    private Target read(String files, Map<String, String> variables, @Nullable String target) {
        Projects.write(folder, files);
        ProjectTree tree = ProjectTree.read(
                ProjectOptions.of(folder, new Environment(variables)).withTarget(target), findings);
        if (tree == null) {
            throw new AssertionError(ProblemText.of(findings.mistakes().inReadingOrder()));
        }
        return tree.target();
    }
}
