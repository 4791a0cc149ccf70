package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dbt project that is run from the command line, in a folder that holds nothing else.
final class BuildTest {
    private static final String SLOW = "select count(*) as n from range(1000000000000) as r(i) where i % 7 = 3";

    @TempDir
    Path folder;

    private HatProject hats;
    private Typed typed;

    @BeforeEach
    void layOut() {
        hats = HatProject.in(folder);
        typed = new Typed(folder);
    }

    @Test
    void buildsSeedsModelsAndTests() {
        Typed.Seen seen = typed.basin("build");

        assertThat(seen.err())
                .contains("OK loaded seed main.raw_orders", "3 rows", "OK created view main.stg_orders")
                .contains("OK created table main.hats_sold", "PASS unique_hats_sold_hat");
        assertThat(seen.out()).startsWith("✔ 6 steps in ").endsWith(": 6 done\n");
        assertThat(seen.exitCode()).isZero();
        assertThat(hats.ask("select * from main.hats_sold order by hat")).isEqualTo("bowler,2,40\nfedora,1,30");
    }

    @Test
    void whatIsUnchangedIsLeftAlone() {
        typed.basin("build");

        Typed.Seen again = typed.basin("build");
        assertThat(again.out()).endsWith(": 6 unchanged\n");
        assertThat(again.err()).doesNotContain("stg_orders");

        assertThat(typed.basin("build", "--force").out()).endsWith(": 6 done\n");

        hats.write("models/marts/hats_sold.sql", "select hat, 1 as orders from {{ ref('stg_orders') }} group by hat");
        assertThat(typed.basin("build").out()).endsWith(": 2 done, 4 unchanged\n");
    }

    @Test
    void eachCommandRunsItsOwn() {
        assertThat(typed.basin("seed").out()).contains("1 step ", ": 1 done");
        assertThat(typed.basin("run").out()).contains("2 steps ", ": 2 done");
        assertThat(typed.basin("test").out()).contains("3 steps ", ": 3 done");
    }

    @Test
    void runsWhatIsSelected() {
        typed.basin("seed");

        assertThat(typed.basin("run", "stg_orders").err())
                .contains("stg_orders")
                .doesNotContain("hats_sold");
        assertThat(typed.basin("build", "-s", "stg_orders+", "--exclude", "stg_orders", "--force")
                        .out())
                .contains("2 steps ");
        assertThat(typed.basin("build", "--resource-type", "seed", "--force").out())
                .contains("1 step ");
    }

    @Test
    void variablesOfTheCommandLineReachTheModels() {
        typed.basin("build", "--vars", "{rate: 10}");

        assertThat(hats.ask("select revenue from main.hats_sold where hat = 'fedora'"))
                .isEqualTo("300");
    }

    @Test
    void aModelThatFailsLeavesItsTableAndSaysWhereItIsWrong() {
        typed.basin("build");
        hats.write("models/marts/hats_sold.sql", """
                select hat,
                    sum(prize) as revenue
                from {{ ref('stg_orders') }}
                group by hat
                """);

        Typed.Seen seen = typed.basin("build");

        assertThat(seen.exitCode()).isEqualTo(1);
        assertThat(seen.out()).endsWith(": 4 unchanged, 1 failed, 1 skipped\n");
        assertThat(seen.err())
                .contains("ERROR table main.hats_sold", "SKIP test unique_hats_sold_hat")
                .contains("models/marts/hats_sold.sql:2", "prize", "target/compiled/hats/models/marts/hats_sold.sql");
        assertThat(folder.resolve("target/compiled/hats/models/marts/hats_sold.sql"))
                .content()
                .contains("\"main\".\"stg_orders\"");
        assertThat(hats.ask("select count(*) from main.hats_sold")).isEqualTo("2");
    }

    @Test
    void aTestThatFailsNamesTheQueryThatShowsTheRows() {
        hats.write("seeds/raw_orders.csv", "id,hat,price\n1,bowler,20\n1,fedora,30\n");

        Typed.Seen seen = typed.basin("build");

        assertThat(seen.exitCode()).isEqualTo(1);
        assertThat(seen.err())
                .contains("FAIL 1 unique_stg_orders_id", "the test 'unique_stg_orders_id' has failed")
                .contains("target/compiled/hats/models/schema.yml/unique_stg_orders_id.sql");
    }

    @Test
    void retryRunsWhatFailedAndWhatWaitedForIt() {
        String right = "select hat, count(*) as orders from {{ ref('stg_orders') }} group by hat";
        hats.write("models/marts/hats_sold.sql", right.replace("hat,", "hut,"));
        typed.basin("build", "--vars", "{rate: 2}");
        hats.write("models/marts/hats_sold.sql", right);

        Typed.Seen seen = typed.basin("retry");

        assertThat(seen.out()).startsWith("✔ 2 steps ").endsWith(": 2 done\n");
        assertThat(typed.basin("build", "--vars", "{rate: 2}").out()).endsWith(": 6 unchanged\n");
        assertThat(typed.basin("retry").out()).isEqualTo("Nothing to do.\n");
    }

    @Test
    void retryGoesOnWhereAKilledBuildStopped() throws IOException, InterruptedException {
        String right = Files.readString(folder.resolve("models/marts/hats_sold.sql"));
        hats.write("models/marts/hats_sold.sql", SLOW);
        Process build = start("build");
        try (BufferedReader err = build.errorReader()) {
            for (String line = err.readLine(); line != null && !line.contains("PASS not_null"); ) {
                line = err.readLine();
            }
            build.destroyForcibly();
        }
        build.waitFor();
        hats.write("models/marts/hats_sold.sql", right);

        Typed.Seen seen = typed.basin("retry");

        assertThat(seen.exitCode()).isZero();
        assertThat(seen.err()).contains("OK created table main.hats_sold").doesNotContain("raw_orders");
        assertThat(typed.basin("run").out()).endsWith(": 2 unchanged\n");
    }

    @Test
    void aBuildThatIsToldToStopLeavesItsResultsBehind() throws IOException, InterruptedException {
        hats.write("models/marts/hats_sold.sql", SLOW);
        Process build = start("build");
        try (BufferedReader err = build.errorReader()) {
            for (String line = err.readLine(); line != null && !line.contains("PASS not_null"); ) {
                line = err.readLine();
            }
            build.toHandle().destroy();
            err.lines().forEach(_ -> {});
        }

        assertThat(build.waitFor()).isEqualTo(143);
        JsonNode results = read("run_results.json");
        assertThat(results.path("results").findValuesAsText("status")).contains("success", "error", "skipped");
    }

    @Test
    void artifactsSayWhatOtherToolsReadInThem() {
        typed.basin("build");

        JsonNode results = read("run_results.json");
        assertThat(results.path("results")).hasSize(6);
        assertThat(results.path("args").path("which").asText()).isEqualTo("build");
        assertThat(results.path("results").findValuesAsText("status")).containsOnly("success", "pass");
        JsonNode manifest = read("manifest.json");
        assertThat(manifest.path("nodes")
                        .path("model.hats.hats_sold")
                        .path("compiled_code")
                        .asText())
                .contains("group by hat");
        assertThat(folder.resolve("target/run/hats/models/marts/hats_sold.sql"))
                .content()
                .startsWith("create or replace table");
    }

    @Test
    void whatHasChangedSinceAnEarlierStateCanBeSelected() throws IOException {
        typed.basin("build");
        Files.createDirectory(folder.resolve("before"));
        Files.copy(folder.resolve("target/manifest.json"), folder.resolve("before/manifest.json"));
        hats.write("models/marts/hats_sold.sql", "select distinct hat from {{ ref('stg_orders') }}");

        Typed.Seen seen = typed.basin(
                "ls", "-s", "state:modified", "--state", "before", "--output", "name", "--resource-type", "model");

        assertThat(seen.out()).isEqualTo("hats_sold\n");
    }

    @Test
    void documentationHoldsWhatIsReallyThere() {
        typed.basin("build");

        assertThat(typed.basin("docs", "generate").exitCode()).isZero();

        JsonNode table = read("catalog.json").path("nodes").path("model.hats.hats_sold");
        assertThat(table.path("metadata").path("type").asText()).isEqualTo("BASE TABLE");
        assertThat(table.path("columns").path("orders").path("type").asText()).isEqualTo("BIGINT");
        assertThat(table.path("stats").path("row_count").path("value").asInt()).isEqualTo(2);
    }

    @Test
    void sourcesAreAsFreshAsTheirLastCommit() {
        typed.basin("seed");
        hats.write("models/sources.yml", """
                sources:
                  - name: main
                    freshness: {error_after: {count: 1, period: day}}
                    tables: [{name: raw_orders}]
                """);

        Typed.Seen seen = typed.basin("source", "freshness");

        assertThat(seen.exitCode()).isZero();
        assertThat(seen.out()).contains("main.raw_orders", "pass", " ago");
        assertThat(read("sources.json").path("results").path(0).path("status").asText())
                .isEqualTo("pass");
    }

    @Test
    void compilingAndShowingMakeNothing() {
        typed.basin("seed");
        typed.basin("run", "stg_orders");

        assertThat(typed.basin("compile", "hats_sold").out()).contains("\"main\".\"stg_orders\"");
        assertThat(typed.basin("compile", "--inline", "from {{ ref('hats_sold') }}")
                        .out())
                .contains("from ", "\"main\".\"hats_sold\"");
        assertThat(typed.basin("show", "hats_sold", "--limit", "1").out()).contains("revenue");
        assertThat(typed.basin("tables").out()).doesNotContain("hats_sold");
    }

    @Test
    void checkFindsEveryMistakeOfTheProjectAtOnce() {
        hats.write("models/marts/hats_sold.sql", "select * from {{ ref('stg_order') }}");
        hats.write("models/wrong.yml", "models: [{name: stg_orders, columns: 7}]");

        Typed.Seen seen = typed.basin("check");

        assertThat(seen.exitCode()).isEqualTo(2);
        assertThat(seen.err()).contains("models/marts/hats_sold.sql:1", "models/wrong.yml:1");
    }

    @Test
    void wrongWordsAreAnsweredWithGoodOnes() {
        assertThat(typed.basin("build", "--resource-type", "modell").err()).contains("did you mean 'model'?");
        assertThat(typed.basin("build", "--indirect-selection", "eagre").err()).contains("did you mean 'eager'?");
        assertThat(typed.basin("run", "--vars", "[1]").err()).contains("--vars is no mapping");
        assertThat(typed.basin("run", "--target", "prod").exitCode()).isEqualTo(2);
        assertThat(typed.basin("build", "hats_solt").err()).contains("did you mean 'hats_sold'?");
        assertThat(typed.basin("retry", "--state", "nowhere").err()).contains("there is no run_results.json");
    }

    @Test
    void cleaningTakesNothingButWhatCanBeMadeAgain() {
        typed.basin("build");

        assertThat(typed.basin("clean").out()).isEqualTo("deleted target\n");
        assertThat(folder.resolve("target")).doesNotExist();

        hats.write(
                "dbt_project.yml", "{name: hats, version: '1', profile: hats, clean-targets: ['..', '.basin/lake']}");
        assertThat(typed.basin("clean").exitCode()).isEqualTo(2);
        assertThat(hats.ask("select count(*) from main.hats_sold")).isEqualTo("2");
    }

    private JsonNode read(String artifact) {
        try {
            return new ObjectMapper()
                    .readTree(folder.resolve("target").resolve(artifact).toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }
}
