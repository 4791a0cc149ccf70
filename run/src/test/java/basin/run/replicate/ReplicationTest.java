package basin.run.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import basin.lake.AsOf;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import basin.lake.LakeTable;
import basin.lake.change.ChangeCounts;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import basin.run.replicate.PlayedFeed.Event;
import basin.testkit.TemporaryFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/// Changes on their way into a real lake, from transactions that were recorded.
class ReplicationTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private static TemporaryFolder folder = TemporaryFolder.create("basin-replication-");
    private static Lake lake = Lake.open(
            LakeSettings.local(folder.path().resolve("lake"), folder.path().resolve("system.db")));
    private static Duck duck =
            Duck.open(new DuckSettings(256L << 20, folder.path().resolve("duck"), 1L << 30, 1));
    private static DuckConnection connection = duck.connect();
    private static int sources;

    private String source = "";
    private PlayedFeed feed = new PlayedFeed();
    private Hearing heard = new Hearing();

    @BeforeTry
    void begin() {
        source = "shop" + sources++;
        feed = new PlayedFeed();
        heard = new Hearing();
    }

    @AfterContainer
    static void close() {
        connection.close();
        duck.close();
        lake.close();
        folder.close();
    }

    /// What a transaction does to one row of each of two tables, and where the process ends around it.
    record Step(int key, int value, boolean deletes, int moveTo, CrashPoint crash) {}

    enum CrashPoint {
        NONE,
        WHILE_READING,
        BETWEEN_TWO_TABLES,
        BEFORE_ACKNOWLEDGING
    }

    @Property(tries = 25)
    void everyChangeArrivesOnceWhateverEndsTheProcess(@ForAll("steps") List<Step> steps, @ForAll("cuts") int cut) {
        List<Stream> streams = List.of(stream("orders", KEYED), stream("lines", KEYED), stream("log", KEYLESS));
        streams.forEach(this::load);
        Map<Integer, Integer> rows = new TreeMap<>();
        for (Step step : steps) {
            List<Event> transaction = new ArrayList<>();
            Event change = change(step, rows);
            if (change instanceof Event.Change row) {
                transaction.add(row);
                if (step.crash() == CrashPoint.WHILE_READING) {
                    transaction.add(new Event.Lost());
                }
                transaction.add(
                        new Event.Change(streams.get(1), row.op(), row.unchanged(), row.before(), row.values()));
                transaction.add(
                        new Event.Change(streams.get(2), "c", List.of(), null, Arrays.asList("step " + feed.size())));
            }
            feed.commit(transaction);
        }
        heard.crashes = steps.stream().map(Step::crash).collect(Collectors.toCollection(ArrayList::new));

        while (feed.acknowledged() < feed.size()) {
            try (Replication replication = open(streams)) {
                while (feed.acknowledged() < feed.size()) {
                    heard.begin();
                    replication.readAndLand(SHORT, cut);
                }
            } catch (PlayedFeed.Crash e) {
                // The process ended; the next one goes on.
            }
        }
        try (Replication replication = open(streams)) {
            replication.catchUp(SHORT, 1);
        }

        List<String> expected = rows.entrySet().stream()
                .map(row -> row.getKey() + "|" + row.getValue())
                .toList();
        assertThat(rows("orders")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows("lines")).containsExactlyInAnyOrderElementsOf(expected);
        List<Event> changes = new ArrayList<>();
        for (int i = 0; i < feed.size(); i++) {
            changes.addAll(feed.transaction(i).stream()
                    .filter(e -> e instanceof Event.Change)
                    .toList());
        }
        for (String raw : List.of("orders", "lines", "log")) {
            assertThat(positions(raw)).hasSize(changes.size() / 3).doesNotHaveDuplicates();
        }
    }

    @Example
    void changesBeyondTheBudgetWaitInFiles() {
        Stream orders = stream("orders", KEYED);
        load(orders);
        List<Event> large = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            large.add(insert(orders, i, i));
        }
        feed.commit(large);

        try (Replication replication =
                Replication.open(source, List.of(orders), feed, lake, duck, 10_000, heard, Clock.systemUTC())) {
            replication.readAndLand(SHORT, 1);
        }

        assertThat(rows("orders")).hasSize(500);
        assertThat(heard.landed).containsExactly("orders +500 ~0 -0");
    }

    @Example
    void columnsFollowTheSource() {
        Stream before = stream("orders", KEYED);
        Stream after = stream(
                "orders",
                new Schema(
                        List.of(
                                Field.required("id", Type.Primitive.INT),
                                Field.optional("amount", Type.Primitive.INT),
                                Field.optional("note", Type.Primitive.STRING)),
                        List.of("id")));
        load(before);
        feed.commit(List.of(insert(before, 1, 10), insert(before, 2, 20)));
        feed.commit(List.of(
                new Event.Altered(before, after, Map.of("amount", "value")),
                new Event.Change(after, "u", List.of("amount"), null, Arrays.asList(1, null, "renamed"))));

        try (Replication replication = open(List.of(before))) {
            replication.readAndLand(SHORT, 5);
        }

        assertThat(lake.table(new TableName(source, "orders")).schema().fields())
                .extracting(Field::name)
                .containsExactly("id", "amount", "note");
        assertThat(rows("orders")).containsExactlyInAnyOrder("1|10|renamed", "2|20|null");
    }

    @Example
    void aColumnThatCannotChangeStopsItsStreamAlone() {
        Stream orders = stream("orders", KEYED);
        Stream lines = stream("lines", KEYED);
        Stream clash = stream(
                "orders",
                new Schema(
                        List.of(
                                Field.required("id", Type.Primitive.INT),
                                Field.optional("value", Type.Primitive.STRING)),
                        List.of("id")));
        load(orders);
        load(lines);
        feed.commit(List.of(
                new Event.Altered(orders, clash, Map.of()),
                new Event.Change(clash, "c", List.of(), null, Arrays.asList(1, "ten")),
                insert(lines, 1, 10)));

        try (Replication replication = open(List.of(orders, lines))) {
            replication.catchUp(SHORT, 5);
        }

        assertThat(heard.stopped).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("column 'value' is int in the lake and string where rows come from");
            assertThat(problem.remedy()).isNotNull();
        });
        assertThat(rows("lines")).containsExactly("1|10");
        assertThat(rows("orders")).isEmpty();
        assertThat(feed.acknowledged()).isEqualTo(1);
    }

    private static final Schema KEYED = new Schema(
            List.of(Field.required("id", Type.Primitive.INT), Field.optional("value", Type.Primitive.INT)),
            List.of("id"));
    private static final Schema KEYLESS = Schema.of(Field.optional("line", Type.Primitive.STRING));

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(-6, 4),
                        Arbitraries.of(CrashPoint.class))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    static Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(1, 4);
    }

    /// What a step does to the rows, if it does anything.
    private @Nullable Event change(Step step, Map<Integer, Integer> rows) {
        Stream orders = stream("orders", KEYED);
        if (!rows.containsKey(step.key())) {
            rows.put(step.key(), step.value());
            return insert(orders, step.key(), step.value());
        }
        if (step.deletes()) {
            rows.remove(step.key());
            return new Event.Change(orders, "d", List.of(), null, Arrays.asList(step.key(), null));
        }
        if (step.moveTo() >= 0 && !rows.containsKey(step.moveTo())) {
            rows.put(step.moveTo(), rows.remove(step.key()));
            return new Event.Change(
                    orders, "u", List.of("value"), List.of(step.key()), Arrays.asList(step.moveTo(), null));
        }
        rows.put(step.key(), step.value());
        return new Event.Change(orders, "u", List.of(), null, List.of(step.key(), step.value()));
    }

    private static Event.Change insert(Stream stream, int id, int value) {
        return new Event.Change(stream, "c", List.of(), null, List.of(id, value));
    }

    private Stream stream(String name, Schema schema) {
        return new Stream(name, new TableName("public", name), schema, "", Stream.Mode.FOLLOWED, -1, -1);
    }

    /// As a first sync leaves a table that has no rows.
    private void load(Stream stream) {
        boolean keyless = stream.schema().primaryKey().isEmpty();
        if (!keyless) {
            lake.create(new TableName(source, stream.name()), stream.schema()).append(List.of(), new Position("0"));
            return;
        }
        basin.run.sync.Destination raw = basin.run.sync.Destination.ofChanges(
                source, stream, Clock.systemUTC().instant());
        lake.create(raw.table(), raw.schema()).append(List.of(), new Position("0"));
    }

    private Replication open(List<Stream> streams) {
        return Replication.open(source, streams, feed, lake, duck, Replication.USUAL_BUDGET, heard, Clock.systemUTC());
    }

    private List<String> rows(String table) {
        return fetch(lake.table(new TableName(source, table)), "*");
    }

    private List<String> positions(String table) {
        return fetch(lake.table(new TableName("raw_" + source, table)), "_position");
    }

    private static List<String> fetch(LakeTable table, String columns) {
        try (TableScan scan = table.scan(AsOf.LATEST, Predicate.ANY)) {
            scan.prepare(connection);
            return connection.fetch("SELECT " + columns + " FROM (" + scan.sql() + ")").stream()
                    .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("|")))
                    .toList();
        }
    }

    /// Hears of everything, and ends the process where a test wants it.
    private static final class Hearing implements ReplicationListener {
        private final List<String> landed = new ArrayList<>();
        private final List<Problem> stopped = new ArrayList<>();
        private List<CrashPoint> crashes = new ArrayList<>();
        private CrashPoint next = CrashPoint.NONE;
        private int tables;

        void begin() {
            next = crashes.isEmpty() ? CrashPoint.NONE : crashes.removeFirst();
            tables = 0;
        }

        @Override
        public void landed(Stream stream, ChangeCounts changes, long rejected) {
            landed.add(stream.name() + " +" + changes.inserted() + " ~" + changes.updated() + " -" + changes.deleted());
            tables++;
            boolean crashes = (next == CrashPoint.BETWEEN_TWO_TABLES && tables == 1)
                    || (next == CrashPoint.BEFORE_ACKNOWLEDGING && tables == 3);
            if (crashes) {
                throw new PlayedFeed.Crash();
            }
        }

        @Override
        public void stopped(Stream stream, Problem problem) {
            stopped.add(problem);
        }
    }
}
