package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.stream.TableName;
import basin.duck.DuckSettings;
import basin.engine.Engine;
import basin.engine.QueryOptions;
import basin.engine.Refresh;
import basin.engine.duck.DuckEngine;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States of a table, and their names.
final class SnapshotsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aTableThatWasMadeTwice() throws IOException {
        Files.createFile(folder.resolve("basin.yml"));
        make("select 1 as id");
        make("select 2 as id union all select 3");
    }

    @Test
    void areListedWithWhatIsAskedForThemBy() {
        Typed.Seen seen = basin("snapshots", "shop.hats");

        assertThat(seen.exitCode()).isZero();
        assertThat(seen.out().replaceAll("\\d{15,}", "N").replaceAll(" +", " ")).containsPattern("""
                 version │ since │ operation │ rows │ size │ tags
                ─+┼─+┼─+┼─+┼─+┼─+
                 N │ \\S+ \\S+Z │ overwrite │ 2 │ \\d+ B │ ?
                 N │ \\S+ \\S+Z │ \\w+ │ 1 │ \\d+ B │ ?
                """);
        assertThat(versions()).hasSize(2);
        assertThat(ids(versions().getFirst())).isEqualTo("id\n2\n3\n");
        assertThat(ids(versions().getLast())).isEqualTo("id\n1\n");
    }

    @Test
    void getNamesAndLoseThem() {
        String first = versions().getLast();

        assertThat(basin("tag", "shop.hats", "begun", "--version", first).out())
                .isEqualTo("✔ shop.hats: tag 'begun' is version " + first + "\n");
        assertThat(basin("tag", "shop.hats", "done").exitCode()).isZero();

        assertThat(ids("'begun'")).isEqualTo("id\n1\n");
        assertThat(ids("'done'")).isEqualTo("id\n2\n3\n");
        assertThat(basin("snapshots", "shop.hats", "--json").out())
                .contains("\"version\":" + first, "\"tags\":[\"begun\"]", "\"tags\":[\"done\"]");

        assertThat(basin("tag", "shop.hats", "begun", "--delete").out())
                .isEqualTo("✔ shop.hats: tag 'begun' deleted\n");
        assertThat(basin("sql", "from shop.hats at (version => 'begun')").exitCode())
                .isNotZero();
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(basin("snapshots", "shop.hat")).isEqualTo(new Typed.Seen(1, "", """
                        basin: there is no table 'shop.hat' in the lake
                            fix: did you mean 'shop.hats'?
                        """));
        assertThat(basin("tag", "shop.hats", "odd", "--version", "7").err())
                .startsWith("shop.hats: the table has no snapshot 7\n");
        assertThat(basin("tag", "shop.hats", "odd", "--delete").err())
                .startsWith("shop.hats: the table has no tag 'odd'\n");
    }

    private Typed.Seen basin(String... words) {
        return new Typed(folder).basin(words);
    }

    /// Newest first.
    private List<String> versions() {
        return Pattern.compile("\"version\":(\\d+)")
                .matcher(basin("snapshots", "shop.hats", "--json").out())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private String ids(String version) {
        return basin("sql", "--format", "csv", "select id from shop.hats at (version => " + version + ") order by id")
                .out();
    }

    private void make(String select) {
        Path state = folder.resolve(".basin");
        DuckSettings settings = new DuckSettings(128L << 20, state.resolve("tmp"), 1L << 30, 1);
        try (Lake lake = Lake.open(LakeSettings.local(state.resolve("lake"), state.resolve("system.db")));
                Engine engine = DuckEngine.open(lake, settings)) {
            engine.materialise(new TableName("shop", "hats"), select, Refresh.REPLACE, QueryOptions.usual());
        }
    }
}
