package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.lake.LakeTable;
import basin.testkit.TemporaryFolder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Leaving out files never changes what a query answers.
class PruningPropertyTest {

    private static TemporaryFolder folder;
    private static Shop shop;

    /// Six files of random values, among them nulls, infinities, zeros of both signs and texts longer than
    /// their bounds.
    @BeforeContainer
    static void fill() {
        folder = TemporaryFolder.create("pruning");
        shop = new Shop(folder.path());
        LakeTable values = shop.create(
                "t",
                "v",
                Schema.of(
                        Field.optional("i", Type.Primitive.INT),
                        Field.optional("l", Type.Primitive.LONG),
                        Field.optional("f", Type.Primitive.FLOAT),
                        Field.optional("d", Type.Primitive.DOUBLE),
                        Field.optional("n", new Type.Decimal(10, 2)),
                        Field.optional("s", Type.Primitive.STRING),
                        Field.optional("day", Type.Primitive.DATE),
                        Field.optional("ts", Type.Primitive.TIMESTAMP),
                        Field.optional("tz", Type.Primitive.TIMESTAMPTZ),
                        Field.optional("b", Type.Primitive.BOOLEAN)));
        for (int file = 0; file < 6; file++) {
            shop.append(values, rows(file));
        }
    }

    @AfterContainer
    static void empty() {
        shop.close();
        folder.close();
    }

    @Property(tries = 150)
    void pruningNeverChangesTheAnswer(@ForAll("predicates") String predicate) {
        // A condition inside of a function tells nothing about files, so that all are read.
        String all = "SELECT count(*), sum(i), min(s) FROM t.v WHERE coalesce((" + predicate + "), false)";
        String pruned = "SELECT count(*), sum(i), min(s) FROM t.v WHERE " + predicate;

        assertThat(shop.rows(pruned)).isEqualTo(shop.rows(all));
    }

    @Property(tries = 60)
    void pruningNeverChangesTheAnswerOfAJoin(
            @ForAll("qualified") String left, @ForAll("qualified") String right, @ForAll("joins") String join) {
        String from = "SELECT count(*), sum(a.i), sum(b.l) FROM t.v a " + join + " t.v b ON a.i = b.i WHERE ";
        String where = left.replace("@", "a.") + " AND " + right.replace("@", "b.");

        assertThat(shop.rows(from + where)).isEqualTo(shop.rows(from + "coalesce((" + where + "), false)"));
    }

    @Provide
    Arbitrary<String> predicates() {
        return Arbitraries.oneOf(
                comparison(""),
                Combinators.combine(comparison(""), Arbitraries.of(" AND ", " OR "), comparison(""))
                        .as((left, word, right) -> "(" + left + word + right + ")"),
                comparison("").map(it -> "NOT (" + it + ")"));
    }

    @Provide
    Arbitrary<String> qualified() {
        return comparison("@");
    }

    @Provide
    Arbitrary<String> joins() {
        return Arbitraries.of("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
    }

    private static Arbitrary<String> comparison(String qualifier) {
        return Arbitraries.oneOf(
                compared(qualifier, List.of("i", "l", "f", "d", "n"), numbers()),
                compared(qualifier, List.of("s"), texts()),
                compared(qualifier, List.of("day", "ts", "tz"), times()),
                Combinators.combine(
                                Arbitraries.of("i", "l", "f", "d", "n", "s", "day", "ts", "tz", "b"),
                                Arbitraries.of(" IS NULL", " IS NOT NULL"))
                        .as((column, word) -> qualifier + column + word));
    }

    private static Arbitrary<String> compared(String qualifier, List<String> columns, Arbitrary<String> values) {
        Arbitrary<String> column = Arbitraries.of(columns).map(it -> qualifier + it);
        return Arbitraries.oneOf(
                Combinators.combine(column, Arbitraries.of("=", "<", "<=", ">", ">="), values)
                        .as((left, sign, right) -> left + " " + sign + " " + right),
                Combinators.combine(column, Arbitraries.of("=", "<", ">"), values)
                        .as((right, sign, left) -> left + " " + sign + " " + right),
                Combinators.combine(column, values, values)
                        .as((it, low, high) -> it + " BETWEEN " + low + " AND " + high),
                Combinators.combine(column, values, values)
                        .as((it, one, other) -> it + " IN (" + one + ", " + other + ")"));
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-60, 60).map(String::valueOf),
                Arbitraries.doubles().between(-60, 60).ofScale(3).map(it -> String.format("%.3f", it)),
                Arbitraries.of(
                        "0",
                        "-0.0::DOUBLE",
                        "'inf'::DOUBLE",
                        "'nan'::DOUBLE",
                        "0.1",
                        "0.1::FLOAT",
                        "0.1::DOUBLE",
                        "16777217",
                        "9007199254740993",
                        "1e3",
                        "NULL",
                        "2 * 10 + 1"));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                "''", "'a'", "'b'", "'m'", "'zzz'", "'ß'", "'a text that is longer than its bounds 3'", "NULL");
    }

    private static Arbitrary<String> times() {
        return Arbitraries.of(
                "DATE '2024-01-10'",
                "DATE '2024-03-01' - 3",
                "TIMESTAMP '2024-02-01 12:00:00'",
                "TIMESTAMPTZ '2024-02-01 12:00:00+05'",
                "'2024-02-15'",
                "'infinity'::TIMESTAMP",
                "current_date",
                "now() - INTERVAL 10 YEARS",
                "date_trunc('month', DATE '2024-02-15')");
    }

    private static String rows(int file) {
        return """
                SELECT CASE WHEN i %% 7 = 0 THEN NULL ELSE (i * 3 + %1$d * 17 - 50)::INTEGER END AS i,
                       CASE WHEN i = 3 THEN 9007199254740993 ELSE (i - %1$d * 10)::BIGINT END AS l,
                       CASE WHEN i = 2 AND %1$d = 1 THEN 'nan'::FLOAT WHEN %1$d = 2 THEN -0.0::FLOAT
                            ELSE (i / 10.0 + %1$d)::FLOAT END AS f,
                       CASE WHEN %1$d = 3 THEN 0.0::DOUBLE WHEN %1$d = 4 THEN -0.0::DOUBLE
                            WHEN i = 5 THEN 'inf'::DOUBLE ELSE (i / 10.0 - %1$d)::DOUBLE END AS d,
                       CASE WHEN %1$d = 5 THEN NULL ELSE (i * 1.25 - %1$d)::DECIMAL(10, 2) END AS n,
                       CASE WHEN i %% 5 = 0 THEN NULL WHEN i %% 5 = 1 THEN 'a text that is longer than its bounds ' || i
                            ELSE chr((97 + %1$d * 4 + i %% 4)::INTEGER) END AS s,
                       DATE '2024-01-01' + (%1$d * 14 + i)::INTEGER AS day,
                       TIMESTAMP '2024-01-01 06:00:00' + to_days((%1$d * 14 + i)::INTEGER) AS ts,
                       TIMESTAMPTZ '2024-01-01 06:00:00+00' + to_days((%1$d * 14 + i)::INTEGER) AS tz,
                       i %% 2 = 0 AS b
                FROM range(12) t(i)""".formatted(file);
    }
}
