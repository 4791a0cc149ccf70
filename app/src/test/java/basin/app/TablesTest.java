package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
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
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TablesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aLakeWithTwoTables() throws IOException {
        Files.createFile(folder.resolve("basin.yml"));
        make("shop.hats", "select n as id, 'hat ' || n as name, 1.5 * n as price from range(1234) r(n)");
        make("wiki.pages", "select 'Tea' as title");
    }

    @Test
    void listsTablesWithRowsSizeAndTimeOfTheLastCommit() {
        assertThat(scrubbed(new Typed(folder).basin("tables").out())).isEqualTo("""
                         table      │  rows │    size │ last commit
                        ────────────┼───────┼─────────┼──────────────────────
                         shop.hats  │ 1,234 │ 9.99 kB │ 2026-01-31 00:00:00Z
                         wiki.pages │     1 │   999 B │ 2026-01-31 00:00:00Z
                        """);
    }

    @Test
    void listsTheTablesOfOneSourceWithTheirColumns() {
        assertThat(scrubbed(
                        new Typed(folder).basin("tables", "shop", "--columns").out()))
                .isEqualTo("""
                         table     │  rows │    size │ last commit
                        ───────────┼───────┼─────────┼──────────────────────
                         shop.hats │ 1,234 │ 9.99 kB │ 2026-01-31 00:00:00Z

                        shop.hats
                         column │ type           │ constraints │ description
                        ────────┼────────────────┼─────────────┼─────────────
                         id     │ long           │             │
                         name   │ string         │             │
                         price  │ decimal(21, 1) │             │
                        """);
    }

    @Test
    void aNearMissIsAnswered() {
        Typed.Seen seen = new Typed(folder).basin("tables", "shop.hat");

        assertThat(seen).isEqualTo(new Typed.Seen(1, "", """
                        basin: there is no table or source 'shop.hat' in the lake
                            fix: did you mean 'shop.hats'?
                        """));
    }

    @Test
    void sqlFindsThem() {
        assertThat(new Typed(folder)
                        .basin("sql", "select count(*) as hats, sum(price) as worth from shop.hats", "--format", "csv")
                        .out())
                .isEqualTo("hats,worth\n1234,1141141.5\n");
    }

    @Test
    void aTableThatIsStillBeingLoadedIsNoEmptyOne() {
        Path state = folder.resolve(".basin");
        try (Lake lake = Lake.open(LakeSettings.local(state.resolve("lake"), state.resolve("system.db")))) {
            lake.createAwaited(new TableName("shop", "gloves"), Schema.of(Field.optional("id", Type.Primitive.LONG)));
        }
        Typed typed = new Typed(folder);

        assertThat(typed.basin("tables", "shop.gloves").out()).contains("not loaded yet");
        Typed.Seen seen = typed.basin("sql", "from shop.gloves");
        assertThat(seen.exitCode()).isEqualTo(1);
        assertThat(seen.err()).contains("the table 'shop.gloves' has not been loaded yet");
    }

    /// What docs/lake.md calls a backup.
    @Test
    void aCopyOfTheProjectAnswersAsTheProjectDidWhereverItIsPut(@TempDir Path elsewhere) throws IOException {
        Path copy = elsewhere.resolve("restored");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(folder.relativize(file)));
            }
        }
        String question = "select count(*), sum(price) from shop.hats";
        Typed.Seen before = new Typed(folder).basin("sql", "--quiet", question);
        deleteLake();

        assertThat(new Typed(copy).basin("sql", "--quiet", question)).isEqualTo(before);
        assertThat(new Typed(folder).basin("sql", "--quiet", question).exitCode())
                .as("the original is lost")
                .isEqualTo(1);
    }

    @Test
    void twoAnswersAtOnceAreRefused() {
        assertThat(new Typed(folder)
                        .basin("sql", "select 1", "--json", "--format", "csv")
                        .exitCode())
                .isEqualTo(2);
        assertThat(new Typed(folder)
                        .basin("sql", "select 1", "--json", "--format", "json")
                        .exitCode())
                .isZero();
    }

    private void deleteLake() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".basin").resolve("lake"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Sizes and times differ from run to run.
    private static String scrubbed(String screen) {
        return screen.replaceAll("\\d\\.\\d\\d kB", "9.99 kB")
                .replaceAll("\\d{3} B", "999 B")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ", "2026-01-31 00:00:00Z");
    }

    private void make(String table, String select) {
        Path state = folder.resolve(".basin");
        Path files = state.resolve("lake");
        DuckSettings settings = new DuckSettings(128L << 20, state.resolve("tmp"), 1L << 30, 1);
        try (Lake lake = Lake.open(LakeSettings.local(files, state.resolve("system.db")));
                Engine engine = DuckEngine.open(lake, settings)) {
            String[] name = table.split("\\.", 2);
            engine.materialise(new TableName(name[0], name[1]), select, Refresh.REPLACE, QueryOptions.usual());
        }
    }
}
