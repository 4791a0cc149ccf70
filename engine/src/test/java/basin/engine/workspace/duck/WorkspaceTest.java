package basin.engine.workspace.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.stream.TableName;
import basin.engine.QueryOptions;
import basin.engine.workspace.ColumnType;
import basin.engine.workspace.WorkspaceSession;
import basin.lake.AsOf;
import basin.lake.Relation;
import basin.lake.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    private static final TableName ORDERS = Desk.table("orders");

    @TempDir
    Path temp;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(temp);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aReplacedTableKeepsItsPastWithTheColumnsOfThatTime() {
        desk.session.replace(ORDERS, "select 1 as id, 'a' as word", Map.of());
        long first = desk.lake.table(ORDERS).snapshots().getFirst().id();
        desk.session.replace(ORDERS, "select 'text' as id", Map.of());

        List<TableSnapshot> past = desk.lake.table(ORDERS).snapshots();

        assertThat(past).hasSize(2);
        assertThat(desk.lake.table(ORDERS).schema(new AsOf.Version(first)).fields())
                .hasSize(2);
        assertThat(desk.rows("from orders")).containsExactly("text");
    }

    @Test
    void aQueryThatFailsHalfWayLeavesTheTableAndNoFiles() {
        desk.session.replace(ORDERS, "select 1 as id", Map.of());
        List<String> files = desk.files("");

        assertThatThrownBy(() -> desk.session.replace(
                        ORDERS,
                        "select case when i = 900000 then error('half-way') else i end as id from range(1000000) t(i)",
                        Map.of("print", "2")))
                .hasMessageContaining("half-way");
        assertThatThrownBy(() -> desk.session.execute("create table fresh as select error('at once') as id"))
                .hasMessageContaining("at once");

        assertThat(desk.rows("from orders")).containsExactly("1");
        assertThat(desk.files("")).isEqualTo(files);
        assertThat(desk.workspace.notes(ORDERS)).doesNotContainKey("print");
        assertThat(desk.workspace.relation(Desk.table("fresh"))).isEmpty();
    }

    @Test
    void whoeverReadsATableIsNotDisturbedByItsEnd() {
        desk.session.replace(ORDERS, "select i as id, repeat('x', 200) as filler from range(600000) t(i)", Map.of());
        try (WorkspaceSession other = desk.workspace.session(QueryOptions.usual())) {
            Rows rows = other.query("from orders");
            long read = read(rows.next());

            desk.session.replace(ORDERS, "select 1 as id", Map.of());
            desk.workspace.drop(ORDERS);

            assertThat(desk.files(".parquet")).isNotEmpty();
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                read += read(batch);
            }
            assertThat(read).isEqualTo(600_000);
            rows.close();
        }
        assertThat(desk.files(".parquet")).isEmpty();
    }

    @Test
    void sessionsSideBySideMakeAndReadTablesWithoutConflict() throws Exception {
        desk.session.replace(ORDERS, "select 0 as id", Map.of());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int number = thread;
                all.add(threads.submit(() -> work(number)));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(desk.rows("select count(*) from orders")).containsExactly("21");
        assertThat(desk.workspace.relations()).hasSize(41);
    }

    @Test
    void whatIsNotedIsThereWithTheRows() {
        desk.session.replace(ORDERS, "select 1 as id", Map.of("print", "one"));
        String version = version(ORDERS);
        desk.session.append(ORDERS, "select 2 as ID", Map.of("print", "two"));
        desk.session.createView(Desk.table("v"), "select id from orders", Map.of("print", "view"));
        desk.workspace.note(Desk.table("v"), Map.of("more", "yes"));

        assertThat(desk.workspace.notes(ORDERS)).containsEntry("print", "two");
        assertThat(version(ORDERS)).isNotEqualTo(version);
        assertThat(desk.workspace.notes(Desk.table("V")))
                .containsEntry("print", "view")
                .containsEntry("more", "yes");
        assertThat(desk.workspace.relation(Desk.table("v")).map(Relation::kind)).contains(Relation.Kind.VIEW);
    }

    @Test
    void rowsAreReplacedByTheirKey() {
        desk.session.replace(ORDERS, "select i::integer as id, 'old' as word from range(4) t(i)", Map.of());

        desk.session.merge(
                ORDERS, "select 1 as id, 'merged' as word union all select 9, 'new'", List.of("ID"), Map.of());
        assertThat(desk.rows("from orders order by id"))
                .containsExactly("0 | old", "1 | merged", "2 | old", "3 | old", "9 | new");

        desk.session.deleteInsert(
                ORDERS, "select 2 as id, 'a' as word union all select 2, 'b'", List.of("id"), "", Map.of());
        desk.session.deleteInsert(
                ORDERS, "select 3 as id, 'kept beside' as word", List.of("id"), "word <> 'old'", Map.of());
        assertThat(desk.rows("from orders order by all"))
                .containsExactly("0 | old", "1 | merged", "2 | a", "2 | b", "3 | kept beside", "3 | old", "9 | new");
    }

    @Test
    void partitionsAreOverwrittenNullAmongThem() {
        desk.session.replace(
                ORDERS, "from (values ('mon', 1), ('mon', 2), (null, 3), ('tue', 4)) t(day, id)", Map.of());

        desk.session.overwritePartitions(
                ORDERS, "select 'mon' as day, 10 as id union all select null, 30", List.of("day"), Map.of("n", "1"));
        desk.session.overwritePartitions(
                ORDERS, "select 'wed' as day, 1 as id where false", List.of("day"), Map.of("n", "2"));

        assertThat(desk.rows("from orders order by id")).containsExactly("tue | 4", "mon | 10", "null | 30");
        assertThat(desk.workspace.notes(ORDERS)).containsEntry("n", "2");
    }

    @Test
    void columnsAreToldInDuckDbsWords() {
        desk.session.execute("create table t as select 1::utinyint as tiny, time '12:00' as noon");
        desk.session.execute("comment on column t.noon is 'midday'; create temp table mine as select 1.5 as n");

        assertThat(desk.session.columnsOf("\"jaffle\".\"main\".\"t\""))
                .containsExactly(new ColumnType("tiny", "UTINYINT", ""), new ColumnType("noon", "TIME", "midday"));
        assertThat(desk.session.columnsOf("mine")).containsExactly(new ColumnType("n", "DECIMAL(2,1)", ""));
        assertThat(desk.session.columnsOf("nobody")).isEmpty();
        assertThat(desk.session.columns("select null as a, [1] as b"))
                .extracting(ColumnType::type)
                .containsExactly("INTEGER", "INTEGER[]");
    }

    @Test
    void theProjectsFilesCanBeReadAndWrittenAndNoOthers() throws IOException {
        Path file = desk.project().resolve("numbers.csv");
        Files.writeString(file, "n\n1\n2\n");

        desk.session.execute("create table numbers as select sum(n) as n from read_csv('" + file + "')");
        desk.session.execute("copy numbers to '" + desk.project().resolve("out.parquet") + "'");

        assertThat(desk.rows("from numbers")).containsExactly("3");
        assertThat(desk.project().resolve("out.parquet")).exists();
        assertThatThrownBy(() -> desk.session.execute("copy numbers to '" + temp.resolve("out.csv") + "'"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("lies outside of the project");
        assertThatThrownBy(() -> desk.session.execute("set global enable_external_access = true"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void tablesThatWereRenamedKeepTheirFilesApart() {
        desk.session.execute("create table a as select 1 as id");
        desk.session.execute("alter table a rename to b; create table a as select 2 as id; drop table a");

        assertThat(desk.rows("from b")).containsExactly("1");
    }

    @Test
    void anotherWorkspaceSeesWhatThisOneHasMade() {
        desk.session.execute(
                "create table t as select time '12:00' as noon; create view v as select hour(noon) as h from t");
        desk.close();
        desk = new Desk(temp);

        assertThat(desk.rows("from v")).containsExactly("12");
        assertThat(desk.rows("select typeof(noon) from t")).containsExactly("TIME");
    }

    @Test
    void aCancelledSessionRunsNothingMore() {
        desk.session.cancel();

        assertThatThrownBy(() -> desk.session.execute("create table t as select 1 as id"))
                .hasMessageContaining("cancelled");
        assertThat(desk.workspace.relations()).isEmpty();
    }

    private boolean work(int number) {
        try (WorkspaceSession session = desk.workspace.session(QueryOptions.usual())) {
            for (int i = 0; i < 10; i++) {
                String name = "t" + number + "_" + i;
                session.execute("create table " + name + " as select count(*) as n from orders");
                if (i % 2 == 0) {
                    session.execute("insert into orders select " + number);
                }
                session.execute("create or replace table " + name + " as select n + 1 as n from " + name);
            }
            return true;
        }
    }

    private String version(TableName table) {
        return desk.workspace.relation(table).orElseThrow().version();
    }

    private static long read(@Nullable Batch batch) {
        try (Batch read = Objects.requireNonNull(batch)) {
            return read.size();
        }
    }
}
