package basin.engine.workspace.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import basin.engine.lineage.ColumnLineage;
import basin.engine.lineage.Dependency;
import basin.engine.workspace.ColumnType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which columns of tables the columns of queries depend on. The statements are those of `lineage.sql`.
final class LineageTest {

    private static final Map<String, Map<String, List<String>>> TABLES = tables();

    @TempDir
    private Path temp;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(temp);
        TABLES.forEach((table, columns) -> fill(desk.session::execute, table, columns));
        desk.session.execute("create view v as select id, sum(b) as total from t group by id");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void itsColumnsAreThoseThatDuckDbDescribesAndAllAreUnderstood() {
        for (String statement : statements()) {
            assertThat(desk.session.lineage(statement))
                    .as(statement)
                    .extracting(ColumnLineage::name)
                    .isEqualTo(desk.session.columns(statement).stream()
                            .map(ColumnType::name)
                            .toList());
        }
        assertThat(statements())
                .filteredOn(statement -> desk.session.lineage(statement).stream()
                        .anyMatch(column -> column.flow().isUnknown()))
                .isEmpty();
    }

    @Test
    void whereAColumnsValuesChangeNothingChangesThatDoesNotDependOnIt() {
        List<Traced> traced = new ArrayList<>();
        for (String statement : statements()) {
            traced.add(new Traced(statement, desk.session.lineage(statement)));
        }
        List<String> wrong = new ArrayList<>();
        try (Duck duck = Duck.open(new DuckSettings(256 << 20, temp, 0, 1));
                DuckConnection plain = duck.connect()) {
            TABLES.forEach((table, columns) -> fill(plain::execute, table, columns));
            Map<Traced, List<List<@Nullable Object>>> before = new LinkedHashMap<>();
            traced.forEach(each -> before.put(each, plain.fetch(each.values())));
            TABLES.forEach((table, columns) -> {
                columns.forEach((column, values) -> {
                    for (List<String> others : changes(values)) {
                        Map<String, List<String>> changed = new LinkedHashMap<>(columns);
                        changed.put(column, others);
                        fill(plain::execute, table, changed);
                        before.forEach((each, then) ->
                                wrong.addAll(each.wrong(then, plain.fetch(each.values()), table + "." + column)));
                    }
                });
                fill(plain::execute, table, columns);
            });
        }
        assertThat(wrong.stream().distinct()).isEmpty();
    }

    /// A statement, and what its columns are said to depend on.
    private record Traced(String statement, List<ColumnLineage> lineage) {

        /// Asks for the values of each column, whatever the order of the rows.
        String values() {
            List<String> names =
                    IntStream.range(0, lineage.size()).mapToObj(i -> "c" + i).toList();
            return names.stream()
                            .map(name -> "list_sort(list(" + name + "::varchar))::varchar")
                            .collect(Collectors.joining(", ", "select ", ""))
                    + " from (" + statement + ") answer(" + String.join(", ", names) + ")";
        }

        /// The columns that have changed though they do not depend on what was changed.
        List<String> wrong(List<List<@Nullable Object>> then, List<List<@Nullable Object>> now, String source) {
            return IntStream.range(0, lineage.size())
                    .filter(i -> !Objects.equals(
                            then.getFirst().get(i), now.getFirst().get(i)))
                    .filter(i -> lineage.get(i).flow().dependencies().stream()
                            .noneMatch(each -> said(each).endsWith(" " + source)))
                    .mapToObj(i -> statement + ": " + lineage.get(i).name() + " depends on " + source)
                    .toList();
        }
    }

    @Test
    void itTellsValuesFromWhatOnlyDecides() {
        assertThat(lineage("select id, a + b as c, sum(a) over (partition by s) as w from t where d > '2026-01-01'"))
                .containsExactly(
                        "id: IDENTITY t.id, FILTER t.d",
                        "c: TRANSFORMATION t.a, TRANSFORMATION t.b, FILTER t.d",
                        "w: AGGREGATION t.a, FILTER t.d, WINDOW t.s");
        assertThat(lineage("select s, count(*) as n, sum(a) filter (where b > 1) as x from t group by s order by n"))
                .containsExactly(
                        "s: IDENTITY t.s, GROUP_BY t.s",
                        "n: GROUP_BY t.s",
                        "x: AGGREGATION t.a, GROUP_BY t.s, FILTER t.b");
        assertThat(lineage("select case when t.a > 1 then u.c end as c from t join u on t.id = u.id order by t.b"))
                .containsExactly("c: TRANSFORMATION u.c, JOIN t.id, JOIN u.id, SORT t.b, CONDITIONAL t.a");
    }

    @Test
    void whatComesThroughSubqueriesComesFromTheTable() {
        assertThat(lineage("with x as (select id as n, a from t), y as (select n from x where a > 1) select n from y"))
                .containsExactly("n: IDENTITY t.id, FILTER t.a");
    }

    @Test
    void viewsAreNotLookedThrough() {
        assertThat(lineage("select total from v")).containsExactly("total: IDENTITY v.total");
    }

    @Test
    void whatIsNotUnderstoodIsUnknown() {
        desk.session.execute("create temp table scratch as select 1 as n");
        desk.session.execute("create macro most() as (select max(b) from t)");
        desk.session.execute("create macro twice(x) as x * 2");
        assertThat(lineage("select t.id, n from t, scratch where n = t.a"))
                .containsExactly("id: IDENTITY t.id, FILTER t.a, unknown", "n: FILTER t.a, unknown");
        assertThat(lineage("select id, most() as m, twice(a) as a from t"))
                .containsExactly("id: IDENTITY t.id", "m: unknown", "a: TRANSFORMATION t.a");
        assertThat(lineage("select column_name from (describe t)")).containsExactly("column_name: unknown");
        assertThat(lineage("select unnest(st) from t")).containsExactly("x: unknown", "y: unknown");
    }

    /// A line for each column: its name, what it depends on, and whether that is all.
    private List<String> lineage(String statement) {
        return desk.session.lineage(statement).stream()
                .map(column -> column.name() + ": "
                        + Stream.concat(
                                        column.flow().dependencies().stream().map(LineageTest::said),
                                        column.flow().isUnknown() ? Stream.of("unknown") : Stream.empty())
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static String said(Dependency dependency) {
        return dependency.transformation() + " " + dependency.source().table().name() + "."
                + dependency.source().column();
    }

    private static void fill(Consumer<String> execute, String table, Map<String, List<String>> columns) {
        int rows = columns.values().iterator().next().size();
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int index = row;
            lines.add(columns.values().stream()
                    .map(values -> values.get(index))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        execute.accept("create or replace table " + table + " as select * from (values " + String.join(", ", lines)
                + ") x(" + String.join(", ", columns.keySet()) + ")");
    }

    /// The values in another order, all the same one, and some of them missing.
    private static List<List<String>> changes(List<String> values) {
        List<String> turned = new ArrayList<>(values.subList(1, values.size()));
        turned.add(values.getFirst());
        List<String> last = values.stream().map(each -> values.getLast()).toList();
        List<String> missing = new ArrayList<>(values);
        missing.set(1, "null");
        return List.of(turned, last, missing);
    }

    private static Map<String, Map<String, List<String>>> tables() {
        Map<String, List<String>> t = new LinkedHashMap<>();
        t.put("id", List.of("1", "2", "3", "4"));
        t.put("a", List.of("1", "3", "2", "4"));
        t.put("b", List.of("10", "40", "30", "20"));
        t.put("s", List.of("'p'", "'q'", "'p'", "'r'"));
        t.put("l", List.of("[1, 2]", "[3]", "[2, 2, 5]", "[7, 1]"));
        t.put("st", List.of("{'x': 1, 'y': 'm'}", "{'x': 2, 'y': 'n'}", "{'x': 3, 'y': 'm'}", "{'x': 4, 'y': 'o'}"));
        t.put("d", List.of("date '2026-01-04'", "date '2026-01-02'", "date '2026-02-03'", "date '2026-01-01'"));
        Map<String, List<String>> u = new LinkedHashMap<>();
        u.put("id", List.of("1", "2", "5"));
        u.put("a", List.of("3", "9", "2"));
        u.put("c", List.of("100", "300", "200"));
        u.put("k", List.of("'x'", "'y'", "'x'"));
        Map<String, List<String>> e = new LinkedHashMap<>();
        e.put("parent", List.of("null", "1", "1", "2"));
        e.put("child", List.of("1", "2", "3", "4"));
        Map<String, Map<String, List<String>>> tables = new LinkedHashMap<>();
        tables.put("t", t);
        tables.put("u", u);
        tables.put("e", e);
        return tables;
    }

    private static List<String> statements() {
        try (InputStream file = Objects.requireNonNull(LineageTest.class.getResourceAsStream("lineage.sql"))) {
            return Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\n"))
                    .map(String::strip)
                    .toList();
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
