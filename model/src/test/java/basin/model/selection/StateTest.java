package basin.model.selection;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.artifact.ArtifactFile;
import basin.model.artifact.Invocation;
import basin.model.artifact.Manifest;
import basin.model.artifact.RunResults;
import basin.model.fixture.Projects;
import basin.model.graph.ProjectGraph;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What differs from the manifest that an earlier run left.
final class StateTest {
    @TempDir
    private Path folder;

    private EarlierState earlier;

    @BeforeEach
    void leaveAManifest() {
        Projects.write(folder, """
                == project/dbt_project.yml
                name: p
                == project/models/a.sql
                select 1
                == project/models/b.sql
                select * from {{ ref('a') }}
                == project/models/c.sql
                {{ config(materialized='view') }} select 3
                == project/models/d.sql
                select 4
                == project/seeds/s.csv
                id
                1
                """);
        Path target = folder.resolve("earlier");
        ArtifactFile.write(
                target.resolve(Manifest.FILE),
                Manifest.of(graph(), Map.of(), new Invocation(UUID.randomUUID(), Instant.EPOCH, Instant.EPOCH)));
        ObjectNode results = JsonNodeFactory.instance.objectNode();
        results.putArray("results").addObject().put("unique_id", "model.p.b").put("status", "error");
        ArtifactFile.write(target.resolve(RunResults.FILE), results);
        earlier = EarlierState.read(target, null);
    }

    @Test
    void nothingIsModifiedWhereNothingChanged() {
        assertThat(select("state:modified")).isEmpty();
        assertThat(select("state:new")).isEmpty();
        assertThat(select("state:unmodified")).isEqualTo(graph().resources().keySet());
        assertThat(select("state:old")).isEqualTo(graph().resources().keySet());
    }

    @Test
    void whatChangedIsFoundByWhatChangedOfIt() {
        Projects.write(folder, """
                == project/models/a.sql
                select 2
                == project/models/c.sql
                {{ config(materialized='table') }} select 3
                == project/models/d.yml
                models: [{name: d, config: {alias: dd}}]
                == project/models/e.sql
                select 5
                == project/seeds/s.csv
                id
                2
                """);

        assertThat(select("state:modified"))
                .containsExactlyInAnyOrder("model.p.a", "model.p.c", "model.p.d", "model.p.e", "seed.p.s");
        assertThat(select("state:modified.configs")).containsExactlyInAnyOrder("model.p.c", "model.p.e");
        assertThat(select("state:modified.relation")).containsExactlyInAnyOrder("model.p.d", "model.p.e");
        assertThat(select("state:new")).containsExactly("model.p.e");
        assertThat(select("state:modified+")).contains("model.p.b");
    }

    @Test
    void whatFailedIsFoundByItsResult() {
        assertThat(select("result:error")).containsExactly("model.p.b");
        assertThat(select("1+result:error")).containsExactly("model.p.a", "model.p.b");
    }

    private ProjectGraph graph() {
        return Projects.read(folder.resolve("project")).graph();
    }

    private Set<String> select(String written) {
        return new Selector(graph(), earlier, IndirectSelection.EAGER)
                .select(SelectionParser.parse(List.of(written), List.of()));
    }
}
