package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.lake.scan.Predicate;
import basin.testkit.TemporaryFolder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class PruningTest {
    private static final TemporaryFolder FOLDER = TemporaryFolder.create("basin-pruning-");
    private static final Lake LAKE = Lake.open(
            LakeSettings.local(FOLDER.path().resolve("lake"), FOLDER.path().resolve("system.db")));
    private static final Workbench BENCH = new Workbench(FOLDER.path());
    private static final LakeTable TABLE = table();

    private static final Map<Predicate.Operator, String> SYMBOLS = Map.of(
            Predicate.Operator.EQUAL, "=",
            Predicate.Operator.LESS, "<",
            Predicate.Operator.LESS_OR_EQUAL, "<=",
            Predicate.Operator.GREATER, ">",
            Predicate.Operator.GREATER_OR_EQUAL, ">=");

    @AfterContainer
    static void close() {
        BENCH.close();
        LAKE.close();
        FOLDER.close();
    }

    /// A comparison, and the same in SQL.
    record Question(String column, Predicate.Operator operator, Object constant, String literal) {
        String sql() {
            return column + " " + SYMBOLS.get(operator) + " " + literal;
        }

        Predicate predicate() {
            return new Predicate.Comparison(column, operator, constant);
        }
    }

    @Property(tries = 150)
    void noRowIsLost(@ForAll("questions") Question question) {
        assertThat(count(question.predicate(), question.sql())).isEqualTo(count(Predicate.ANY, question.sql()));
    }

    @Property(tries = 30)
    void noRowIsLostByAlternatives(@ForAll("questions") Question one, @ForAll("questions") Question other) {
        String sql = "(" + one.sql() + ") and (" + other.sql() + ")";
        Predicate both = new Predicate.All(List.of(one.predicate(), other.predicate()));

        assertThat(count(both, sql)).isEqualTo(count(Predicate.ANY, sql));
    }

    @Provide
    static Arbitrary<Question> questions() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(-3, 30);
        return Arbitraries.of(Predicate.Operator.class)
                .flatMap(operator -> numbers.flatMap(number -> Arbitraries.of(about(operator, number))));
    }

    private static List<Question> about(Predicate.Operator operator, int number) {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(number);
        LocalDateTime time = day.atTime(12, 0, 0, 123_456_000);
        String text = "a text that is longer than bounds are " + (char) ('a' + Math.max(0, number));
        BigDecimal half = BigDecimal.valueOf(number).add(new BigDecimal("0.5"));
        return List.of(
                new Question("i", operator, number, String.valueOf(number)),
                new Question("i", operator, half, half + "::decimal(10, 1)"),
                new Question("l", operator, (long) number, String.valueOf(number)),
                new Question("d", operator, number + 0.5, number + ".5::double"),
                new Question("d", operator, 0.0, "0.0::double"),
                new Question("d", operator, Double.NaN, "'nan'::double"),
                new Question("f", operator, number + 0.1, number + ".1::double"),
                new Question("n", operator, half, half.toString()),
                new Question("n", operator, number, String.valueOf(number)),
                new Question("s", operator, text, "'" + text + "'"),
                new Question("day", operator, day, "date '" + day + "'"),
                new Question("wall", operator, time, "timestamp '" + time + "'"),
                new Question("tz", operator, time.toInstant(ZoneOffset.UTC), "timestamptz '" + time + "Z'"));
    }

    private static String count(Predicate predicate, String where) {
        try (var scan = TABLE.scan(AsOf.LATEST, predicate)) {
            return BENCH.fetch("select count(*) from (" + scan.sql() + ") where " + where)
                    .getFirst();
        }
    }

    private static LakeTable table() {
        LakeTable table = Workbench.create(
                LAKE,
                "values",
                Schema.of(
                        Field.optional("i", Type.Primitive.INT),
                        Field.optional("l", Type.Primitive.LONG),
                        Field.optional("d", Type.Primitive.DOUBLE),
                        Field.optional("f", Type.Primitive.FLOAT),
                        Field.optional("n", new Type.Decimal(10, 1)),
                        Field.optional("s", Type.Primitive.STRING),
                        Field.optional("day", Type.Primitive.DATE),
                        Field.optional("wall", Type.Primitive.TIMESTAMP),
                        Field.optional("tz", Type.Primitive.TIMESTAMPTZ)));
        for (String range : List.of("0, 5", "5, 6", "6, 20", "20, 21")) {
            table.append(BENCH.files(table, values("range(" + range + ")")), null);
        }
        table.append(
                BENCH.files(
                        table,
                        "select null::integer i, null::bigint l, 'nan'::double d, 'nan'::float f, null::decimal(10,1) n,"
                                + " null::varchar s, 'infinity'::date as day, '-infinity'::timestamp as wall,"
                                + " 'infinity'::timestamptz tz union all select 1, 1, -0.0, 0.1, 0.5, '', null, null, null"),
                null);
        return table;
    }

    private static String values(String from) {
        return "select range::integer i, range l, range + 0.5::double d, (range + 0.1)::float f,"
                + " (range + 0.5)::decimal(10,1) n, 'a text that is longer than bounds are ' || chr((97 + range)::integer) s,"
                + " (date '2024-01-01' + range::integer)::date as day,"
                + " timestamp '2024-01-01 12:00:00.123456' + to_days(range::integer) as wall,"
                + " timestamptz '2024-01-01 12:00:00.123456Z' + to_days(range::integer) as tz from " + from;
    }
}
