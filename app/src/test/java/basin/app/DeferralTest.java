package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A developer who builds one model in a schema of their own, over the tables of production.
final class DeferralTest {
    @TempDir
    Path folder;

    private HatProject hats;
    private Typed typed;

    @BeforeEach
    void buildProduction() throws IOException {
        hats = HatProject.in(folder);
        hats.write("profiles.yml", """
                hats:
                  target: dev
                  outputs:
                    dev: {type: duckdb, schema: dev}
                    prod: {type: duckdb, schema: prod}
                """);
        typed = new Typed(folder).with("DBT_PROFILES_DIR", folder.toString());
        assertThat(typed.basin("build", "--target", "prod").exitCode()).isZero();
        Files.createDirectory(folder.resolve("prod"));
        Files.move(folder.resolve("target/manifest.json"), folder.resolve("prod/manifest.json"));
    }

    @Test
    void whatIsNotHereIsReadFromThere() {
        assertThat(typed.basin("run", "hats_sold").err()).contains("stg_orders does not exist");

        Typed.Seen seen = typed.basin("run", "hats_sold", "--defer", "--state", "prod");

        assertThat(seen.out()).endsWith(": 1 done\n");
        assertThat(hats.ask("select sum(revenue) from dev.hats_sold")).isEqualTo("70");
        assertThat(typed.basin("compile", "hats_sold", "--defer", "--state", "prod")
                        .out())
                .contains("\"prod\".\"stg_orders\"");
        assertThat(typed.basin("run", "hats_sold", "--defer", "--state", "prod").out())
                .endsWith(": 1 unchanged\n");
    }

    @Test
    void whatIsHereIsReadFromHereUnlessTheStateIsFavoured() {
        typed.basin("build", "-s", "+stg_orders", "--vars", "{rate: 10}");

        typed.basin("run", "hats_sold", "--defer", "--state", "prod");
        assertThat(hats.ask("select sum(revenue) from dev.hats_sold")).isEqualTo("700");

        typed.basin("run", "hats_sold", "--defer", "--state", "prod", "--favor-state");
        assertThat(hats.ask("select sum(revenue) from dev.hats_sold")).isEqualTo("70");
    }

    @Test
    void deferringToNothingIsAMistake() {
        assertThat(typed.basin("run", "--defer").err()).contains("--defer does not know", "--state DIR");
        assertThat(typed.basin("run", "--defer", "--state", "nowhere").err()).contains("there is no manifest.json");
    }
}
