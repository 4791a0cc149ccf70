package basin.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.fixture.Projects;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackagesTest {
    @TempDir
    private Path folder;

    @Test
    void aFilledFolderAndLocalPackagesNeedNoNetwork() {
        Projects.write(folder, """
                == shop/dbt_project.yml
                name: shop
                models:
                  helpers: {+schema: imposed}
                == shop/packages.yml
                packages:
                  - package: dbt-labs/dbt_utils
                    version: [">=1.0.0", "<2.0.0"]
                  - local: ../helpers
                == shop/models/a.sql
                select * from {{ ref('base') }} join {{ ref('utils', 'calendar') }}
                == shop/dbt_packages/dbt_utils/dbt_project.yml
                name: utils
                == shop/dbt_packages/dbt_utils/models/calendar.sql
                select 1
                == helpers/dbt_project.yml
                name: helpers
                models: {helpers: {+schema: own, +materialized: table}}
                == helpers/models/base.sql
                {{ config(schema='file') }}
                select * from {{ ref('base_of_base') }}
                == helpers/models/base_of_base.sql
                select 1
                """);

        Projects.Read read = Projects.read(folder.resolve("shop"));

        assertThat(read.findings().mistakes().inReadingOrder()).isEmpty();
        assertThat(read.tree().packages()).containsOnlyKeys("utils", "helpers");
        assertThat(read.graph().parents("model.shop.a"))
                .isEqualTo(Set.of("model.helpers.base", "model.utils.calendar"));
        var base = Objects.requireNonNull(read.graph().node("model.helpers.base"));
        assertThat(base.config().text("schema")).isEqualTo("imposed");
        assertThat(base.materialized()).isEqualTo("table");
        assertThat(base.identity().place()).hasToString("../helpers/models/base.sql");
    }

    @Test
    void theRootProjectDescribesAndOverridesWhatPackagesHave() {
        Projects.write(folder, """
                == shop/dbt_project.yml
                name: shop
                == shop/packages.yml
                packages: [{local: ../helpers}]
                == shop/models/over.yml
                sources:
                  - name: raw
                    overrides: helpers
                    schema: ours
                    tables: [{name: orders, identifier: orders_v2}]
                models:
                  - {name: base, config: {tags: [ours]}}
                == helpers/dbt_project.yml
                name: helpers
                == helpers/models/raw.yml
                sources: [{name: raw, tables: [{name: orders, description: theirs}]}]
                == helpers/models/base.sql
                select * from {{ source('raw', 'orders') }}
                """);

        Projects.Read read = Projects.read(folder.resolve("shop"));

        assertThat(read.findings().mistakes().inReadingOrder()).isEmpty();
        var source = read.graph().sources().getFirst();
        assertThat(source.relation().sql()).isEqualTo("\"dev\".\"ours\".\"orders_v2\"");
        assertThat(source.documentation().description()).isEqualTo("theirs");
        assertThat(Objects.requireNonNull(read.graph().node("model.helpers.base"))
                        .config()
                        .texts("tags"))
                .isEqualTo(List.of("ours"));
    }

    @Test
    void filesThatAreIgnoredDoNotCount() {
        Projects.write(folder, """
                == dbt_project.yml
                name: shop
                == .dbtignore
                # drafts
                drafts/
                *_old.sql
                !kept_old.sql
                == models/a.sql
                select 1
                == models/drafts/b.sql
                select 1
                == models/c_old.sql
                select 1
                == models/kept_old.sql
                select 1
                == models/.hidden.sql
                select 1
                """);

        assertThat(Projects.read(folder).graph().resources().keySet())
                .containsExactly("model.shop.a", "model.shop.kept_old");
    }
}
