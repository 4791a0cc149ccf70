package basin.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Postgres and DuckDB write every value of every type alike, alone and as a part of others.
class VerifyTypesTest {

    private static @Nullable Comparing shared;

    @BeforeContainer
    static void create() {
        shared = new Comparing();
        comparing()
                .execute(
                        "create type mood as enum ('sad', 'so so', 'happy')",
                        "create domain email as text check (value like '%@')",
                        "create type part as (label text, weight numeric(8, 3), made date, sent interval, tags text[])",
                        "create type box_of as (id int, ratio float8, at timestamptz, codes int[], mark mood)");
    }

    @AfterContainer
    static void drop() {
        comparing().close();
    }

    private static Comparing comparing() {
        return Objects.requireNonNull(shared);
    }

    /// A type, and values of it as text that the server casts.
    private record Column(String type, Arbitrary<String> texts) {}

    private static final Arbitrary<String> ANY_TEXT = Arbitraries.oneOf(
            Arbitraries.of("", "~", ";", "1:", "2:ab;~", "[", "](", "{}", "\"", "\\", "NULL", " ", "\t\n", "ä€😀"),
            Arbitraries.strings().withCharRange('\u0001', '\uD7FF').ofMaxLength(40));

    private static final Arbitrary<String> DAYS = Arbitraries.oneOf(
            Arbitraries.of("infinity", "-infinity", "4714-11-24 BC", "0001-12-31 BC", "5874897-12-31", "1970-01-01"),
            Arbitraries.integers()
                    .between(-700_000, 2_900_000)
                    .map(day -> LocalDate.ofEpochDay(day))
                    .filter(day -> day.getYear() > 0)
                    .map(Object::toString));

    private static final Arbitrary<String> INSTANTS = Arbitraries.oneOf(
            Arbitraries.of(
                    "infinity",
                    "-infinity",
                    "4714-11-24 00:00:00 BC",
                    "294246-12-31 23:59:59.999999",
                    "1969-12-31 23:59:59.999999",
                    "294247-01-10 04:00:54.775806",
                    "294247-01-10 04:00:54.775807",
                    "294276-12-31 23:59:59.999999"),
            Arbitraries.longs()
                    .between(-60_000_000_000_000_000L, 200_000_000_000_000_000L)
                    .map(micros -> LocalDateTime.ofEpochSecond(
                            Math.floorDiv(micros, 1_000_000),
                            (int) Math.floorMod(micros, 1_000_000L) * 1000,
                            ZoneOffset.UTC))
                    .filter(at -> at.getYear() > 0 && at.getYear() < 9999)
                    .map(Object::toString));

    private static final Arbitrary<String> DOUBLES = Arbitraries.oneOf(
            Arbitraries.of(
                    "NaN",
                    "infinity",
                    "-infinity",
                    "0",
                    "-0",
                    "4.9e-324",
                    "-4.9e-324",
                    "2.2250738585072014e-308",
                    "1.7976931348623157e308",
                    "1e22",
                    "0.1"),
            Arbitraries.longs().map(bits -> String.valueOf(Double.longBitsToDouble(bits))));

    private static final Arbitrary<String> FLOATS = Arbitraries.oneOf(
            Arbitraries.of(
                    "NaN", "infinity", "-infinity", "0", "-0", "1.4e-45", "1.17549435e-38", "3.4028235e38", "0.1"),
            Arbitraries.integers().map(bits -> String.valueOf(Float.intBitsToFloat(bits))));

    private static final List<Column> COLUMNS = List.of(
            new Column("boolean", Arbitraries.of("true", "false")),
            new Column("smallint", Arbitraries.shorts().map(String::valueOf)),
            new Column("integer", Arbitraries.integers().map(String::valueOf)),
            new Column("bigint", Arbitraries.longs().map(String::valueOf)),
            new Column("real", FLOATS),
            new Column("double precision", DOUBLES),
            new Column("numeric(1, 0)", decimals(1, 0)),
            new Column("numeric(12, 2)", decimals(12, 2)),
            new Column("numeric(38, 38)", decimals(38, 38)),
            new Column("numeric(18, 18)", decimals(18, 18)),
            new Column("numeric(38, 0)", decimals(38, 0)),
            new Column("numeric(3, 5)", decimals(3, 5)),
            new Column("numeric(4, -3)", decimals(4, -3)),
            new Column("numeric(60, 20)", decimals(60, 20)),
            new Column("numeric", Arbitraries.oneOf(decimals(50, 20), Arbitraries.of("NaN", "Infinity", "-Infinity"))),
            new Column("money", decimals(15, 2)),
            new Column("oid", Arbitraries.longs().between(0, 0xFFFFFFFFL).map(String::valueOf)),
            new Column("xid8", Arbitraries.longs().map(Long::toUnsignedString)),
            new Column("text", ANY_TEXT),
            new Column("varchar(7)", ANY_TEXT.filter(text -> text.length() <= 7)),
            new Column("char(5)", ANY_TEXT.filter(text -> text.length() <= 5)),
            new Column("name", Arbitraries.strings().alpha().ofMaxLength(60)),
            new Column("\"char\"", Arbitraries.of("a", "~", ";", "")),
            new Column("json", Arbitraries.of("{\"a\":   [1, 2.50, null]}", "\"ä\"", "null")),
            new Column("jsonb", Arbitraries.of("{\"b\":   [1, 2.50, null], \"a\": 1}", "\"ä\"", "null")),
            new Column("bytea", Arbitraries.of("\\x", "\\x00", "\\xff00ab", "\\x7e")),
            new Column("mood", Arbitraries.of("sad", "so so", "happy")),
            new Column("email", ANY_TEXT.map(text -> text + "@")),
            new Column("date", DAYS),
            new Column("timestamp", INSTANTS),
            new Column("timestamptz", INSTANTS),
            new Column("time", Arbitraries.of("00:00", "23:59:59.999999", "24:00", "12:00:00.5")),
            new Column("timetz", Arbitraries.of("00:00+05:45", "24:00-11")),
            new Column("interval", Arbitraries.of("1 year 2 mons -3 days 04:05:06.789", "0", "-1 day")),
            new Column("uuid", Arbitraries.create(() -> UUID.randomUUID().toString())),
            new Column("inet", Arbitraries.of("10.1.2.3", "10.0.0.0/8", "::1")),
            new Column("macaddr", Arbitraries.of("08:00:2b:01:02:03")),
            new Column("bit(3)", Arbitraries.of("000", "101")),
            new Column("point", Arbitraries.of("(1,2)", "(1.5e300,-0)")),
            new Column("int4range", Arbitraries.of("[1,5)", "empty", "(,)")),
            new Column("int4multirange", Arbitraries.of("{[1,3),[5,9)}", "{}")),
            new Column("tsvector", Arbitraries.of("fat:2A cat:3", "")),
            new Column("pg_lsn", Arbitraries.of("0/0", "16/B374D848")),
            new Column("int[]", Arbitraries.of("{}", "{1,NULL,-3}", "{NULL}", "{{1,2},{3,4}}", "[0:1]={1,2}")),
            new Column("text[]", Arbitraries.of("{}", "{\"\",NULL,\"a;b\",\"~\",\"]\"}", "{NULL}")),
            new Column("float8[]", Arbitraries.of("{NaN,-0,0,1e-310}", "{infinity}")),
            new Column("numeric(6, 2)[]", Arbitraries.of("{1.5,-0.01}", "{1,NaN}")),
            new Column("interval[]", Arbitraries.of("{1 day,NULL}", "{}")),
            new Column("date[]", Arbitraries.of("{2024-01-01,infinity,NULL}")),
            new Column("int[][]", Arbitraries.of("{{1,2},{3,4}}", "{}")),
            new Column(
                    "part",
                    Arbitraries.of(
                            "(,,,,)",
                            "(a;b,1.5,2024-01-01,1 day,\"{x,NULL}\")",
                            "(~,NaN,infinity,,{})",
                            "(\"(\",2,,,)")),
            new Column(
                    "box_of",
                    Arbitraries.of(
                            "(,,,,)",
                            "(1,-0,2024-01-01 00:00:00+02,\"{1,NULL}\",happy)",
                            "(2,NaN,-infinity,{},)",
                            "(3,1,294276-01-01 00:00:00+00,,)",
                            "(4,1,,\"{{1},{2}}\",)")),
            new Column(
                    "box_of[]",
                    Arbitraries.of(
                            "{}",
                            "{NULL,\"(,,,,)\"}",
                            "{\"(1,-0,2024-01-01 00:00:00+02,\\\"{1,NULL}\\\",happy)\",\"(2,NaN,-infinity,{},)\"}",
                            "{\"(4,1,,\\\"{{1},{2}}\\\",)\"}")));

    /// Rows of values as text, some of them null.
    @Provide
    Arbitrary<List<List<@Nullable String>>> rows() {
        List<Arbitrary<@Nullable String>> cells = new ArrayList<>();
        for (Column column : COLUMNS) {
            cells.add(column.texts().injectNull(0.1));
        }
        Arbitrary<List<@Nullable String>> row = Combinators.combine(cells).as(values -> values);
        return row.list().ofMinSize(50).ofMaxSize(150);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void everyValueIsWrittenAlikeOnBothSides(@ForAll("rows") List<List<@Nullable String>> rows) throws SQLException {
        for (int i = 0; i < COLUMNS.size(); i++) {
            String type = COLUMNS.get(i).type();
            String name = "c" + i;
            comparing()
                    .execute(
                            "drop table if exists " + name,
                            "create table " + name + " (id int primary key, c " + type + ")");
            fill("insert into " + name + " values (?::text::int, ?::text::" + type + ")", column(rows, i));
        }
        comparing().sync();

        VerifyReport report = comparing().verify();

        assertThat(report.problems()).extracting(Problem::what).isEmpty();
        assertThat(report.verdicts()).hasSameSizeAs(COLUMNS).allSatisfy(verdict -> {
            assertThat(verdict.differences().listed()).as(typeOf(verdict)).isEmpty();
            assertThat(verdict.agrees()).as("%s: %s", typeOf(verdict), verdict).isTrue();
        });
    }

    private static String typeOf(TableVerdict verdict) {
        return COLUMNS.get(Integer.parseInt(verdict.stream().substring(1))).type();
    }

    private static List<List<@Nullable String>> column(List<List<@Nullable String>> rows, int column) {
        List<List<@Nullable String>> values = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<@Nullable String> row = new ArrayList<>();
            row.add(String.valueOf(i));
            row.add(rows.get(i).get(column));
            values.add(row);
        }
        return values;
    }

    private static void fill(String sql, List<List<@Nullable String>> rows) throws SQLException {
        try (Connection connection = comparing().database().connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (List<@Nullable String> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setString(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Arbitrary<String> decimals(int precision, int scale) {
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(precision), Arbitraries.of("", "-"))
                .as((digits, sign) -> sign + new BigDecimal(new BigInteger(digits), scale).toPlainString());
    }
}
