package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those type who come from dbt, and what they expect of it.
final class DbtHabitsTest {
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
    void optionsThatMakeNoDifferenceAreTakenBeforeAndBehindTheCommand() {
        Typed.Seen seen = typed.basin(
                "--no-partial-parse",
                "--log-format",
                "text",
                "--no-version-check",
                "list",
                "--project-dir",
                folder.toString(),
                "--no-use-colors",
                "--no-send-anonymous-usage-stats",
                "--log-level",
                "debug",
                "--resource-type",
                "seed");

        assertThat(seen).isEqualTo(new Typed.Seen(0, "hats.raw_orders\n", ""));
        assertThat(typed.basin("build", "--log-format", "json").err()).contains("with --json the answer is one");
        assertThat(typed.basin("build", "--help").out()).doesNotContain("partial-parse");
    }

    @Test
    void macrosAreCalledForTheirOwnSake() {
        hats.write("macros/hello.sql", """
                {% macro hello(who) %}
                  {{ log('hello ' ~ who, info=true) }}
                  {% do run_query("create table main.greeted as select '" ~ who ~ "' as who") %}
                {% endmacro %}
                """);

        Typed.Seen seen = typed.basin("run-operation", "hello", "--args", "{who: Alice}");

        assertThat(seen.exitCode()).as(seen.err()).isZero();
        assertThat(seen.err()).isEqualTo("hello Alice\n");
        assertThat(seen.out()).startsWith("✔ hello in ");
        assertThat(hats.ask("select who from main.greeted")).isEqualTo("Alice");
        assertThat(typed.basin("run-operation", "helo").err()).contains("there is no macro 'helo'", "'hello'");
    }

    @Test
    void parsingWritesTheManifestAndDebuggingTellsWhatABuildWouldRunAgainst() {
        assertThat(typed.basin("parse", "--target-path", "elsewhere").out())
                .isEqualTo("✔ hats: no mistakes, 2 models, 1 seed, 3 tests; wrote elsewhere/manifest.json\n");
        assertThat(folder.resolve("elsewhere/manifest.json")).exists();

        assertThat(typed.basin("debug").out()).contains("schema    main\n", "✔ everything can be read and opened");
    }

    @Test
    void warningsAreMistakesForWhoWantsThat() {
        hats.write("models/schema.yml", """
                models:
                  - name: hats_sold
                    columns:
                      - {name: orders, data_tests: [{accepted_values: {values: [1], config: {severity: warn}}}]}
                """);

        assertThat(typed.basin("build").out()).endsWith("1 with warnings\n");
        Typed.Seen strict = typed.basin("build", "--warn-error");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.out()).contains("1 failed");
    }

    @Test
    void testsKeepTheRowsThatTheyFind() {
        hats.write("seeds/raw_orders.csv", "id,hat,price\n1,bowler,20\n1,fedora,30\n");

        typed.basin("build", "--store-failures");

        assertThat(hats.ask("select unique_field, n_records from main_dbt_test__audit.unique_stg_orders_id"))
                .isEqualTo("1,2");
    }

    @Test
    void templatesSeeWhatWasSelected() {
        hats.write("models/chosen.sql", """
                select {{ selected_resources | length }} as n, '{{ selected_resources | sort | first }}' as first
                """);

        typed.basin("run", "-s", "chosen", "stg_orders");

        assertThat(hats.ask("select n, first from main.chosen")).isEqualTo("2,model.hats.chosen");
    }
}
