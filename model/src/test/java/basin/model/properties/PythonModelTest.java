package basin.model.properties;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.fixture.Projects;
import basin.model.resource.Code;
import basin.model.resource.Node;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PythonModelTest {
    @TempDir
    private Path folder;

    @Test
    void aModelInPythonHasItsPlaceInTheGraph() {
        Projects.write(folder, """
                == dbt_project.yml
                name: shop
                == models/raw.yml
                sources: [{name: raw, tables: [{name: orders}]}]
                == models/a.sql
                select 1
                == models/b.py
                def model(dbt, session):
                    dbt.config(materialized="incremental", packages=["numpy"], tags='late')
                    return dbt.ref("a").union(dbt.source('raw', "orders"))
                """);

        Projects.Read read = Projects.read(folder);
        Node model = Objects.requireNonNull(read.graph().node("model.shop.b"));

        assertThat(read.findings().mistakes().inReadingOrder()).isEmpty();
        assertThat(model.code().language()).isEqualTo(Code.Language.PYTHON);
        assertThat(model.dependencies().nodes()).containsExactly("model.shop.a", "source.shop.raw.orders");
        assertThat(model.dependencies().refs().getFirst().place()).hasToString("models/b.py:3");
        assertThat(model.materialized()).isEqualTo("incremental");
        assertThat(model.config().texts("packages")).containsExactly("numpy");
        assertThat(model.config().texts("tags")).containsExactly("late");
    }
}
