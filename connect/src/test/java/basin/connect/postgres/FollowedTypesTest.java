package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.Replica;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.types.As;
import basin.core.rows.Type;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/// A value arrives by the log as it arrives by a load, whatever its type is and in whichever form it travels.
class FollowedTypesTest {

    private static final int ROWS = 20;

    /// Types whose binary form is understood, so that a table of them travels in it.
    private static final Set<String> BINARY = Set.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "oid",
            "real",
            "double precision",
            "numeric(9, 2)",
            "text",
            "varchar(20)",
            "char(5)",
            "json",
            "jsonb",
            "bytea",
            "mood",
            "email",
            "date",
            "timestamp",
            "timestamptz",
            "uuid",
            "xid",
            "cid",
            "name");

    @Provide
    Arbitrary<List<List<@Nullable String>>> samples() {
        List<Arbitrary<List<@Nullable String>>> samples = new ArrayList<>();
        for (TypeCase type : TypeCase.ALL) {
            samples.add(type.texts().injectNull(0.1).list().ofSize(ROWS));
        }
        return Combinators.combine(samples).as(values -> values);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void asTextsAreWritten(@ForAll("samples") List<List<@Nullable String>> samples) throws SQLException {
        compare(TypeCase.ALL, samples, true, Map.of());
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void inBinary(@ForAll("samples") List<List<@Nullable String>> samples) throws SQLException {
        List<TypeCase> types = new ArrayList<>();
        List<List<@Nullable String>> values = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (BINARY.contains(TypeCase.ALL.get(i).type())) {
                types.add(TypeCase.ALL.get(i));
                values.add(samples.get(i));
            }
        }
        compare(types, values, false, Map.of());
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void loadedAsText(@ForAll("samples") List<List<@Nullable String>> samples) throws SQLException {
        Map<String, As> as = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            as.put("c" + i, new As.PlainText());
            as.put("l" + i, new As.PlainText());
        }
        ColumnSettings settings = new ColumnSettings(List.of(), List.of(), as);
        compare(TypeCase.ALL, samples, true, Map.of("a", settings, "b", settings));
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void loadedAsOtherTypes(@ForAll("numbers") List<@Nullable String> numbers, @ForAll("times") List<String> times)
            throws SQLException {
        ColumnSettings settings = new ColumnSettings(
                List.of(),
                List.of(),
                Map.of(
                        "n", new As.Decimal(new Type.Decimal(38, 9)),
                        "t", new As.Time(),
                        "u", new As.Uuid(),
                        "b", new As.Binary()));
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute(
                    "create table a (id int primary key, n numeric, t time, u uuid, b text, i inet[], m money, f text)",
                    "create table b (like a including all)");
            try (Connection connection = database.connect();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into a select n, v::numeric, t::time, md5(v)::uuid, v, array['::1', '10.0.0.0/8', null]::inet[], v::numeric(12, 2)::money, t "
                                    + "from unnest(?::text[], ?::text[]) with ordinality as u(v, t, n)")) {
                insert.setArray(1, connection.createArrayOf("text", numbers.toArray()));
                insert.setArray(2, connection.createArrayOf("text", times.toArray()));
                insert.execute();
            }
            compare(database, Map.of("a", settings, "b", settings));
        }
    }

    @Provide
    Arbitrary<List<@Nullable String>> numbers() {
        return Arbitraries.bigDecimals()
                .between(new java.math.BigDecimal("-999999999"), new java.math.BigDecimal("999999999"))
                .ofScale(7)
                .map(java.math.BigDecimal::toPlainString)
                .injectNull(0.1)
                .list()
                .ofSize(ROWS);
    }

    @Provide
    Arbitrary<List<String>> times() {
        return Arbitraries.integers()
                .between(0, 86_399)
                .map(s -> "%02d:%02d:%02d.%03d".formatted(s / 3600, s / 60 % 60, s % 60, s % 1000))
                .list()
                .ofSize(ROWS);
    }

    /// Rows that are loaded from a table, and the same rows that are heard of when they are copied into
    /// another.
    ///
    /// @param nested whether each type is also tried in lists, and all together in a composite value
    private static void compare(
            List<TypeCase> types,
            List<List<@Nullable String>> samples,
            boolean nested,
            Map<String, ColumnSettings> columns)
            throws SQLException {
        StringJoiner declared = new StringJoiner(", ");
        StringJoiner casts = new StringJoiner(", ");
        StringJoiner arrays = new StringJoiner(", ");
        StringJoiner names = new StringJoiner(", ");
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i).type();
            declared.add("c" + i + " " + type);
            casts.add("v" + i + "::" + type);
            arrays.add("?::text[]");
            names.add("v" + i);
            if (nested) {
                declared.add("l" + i + " " + type + "[]");
                casts.add("array[v%1$d, null, v%1$d]::%2$s[]".formatted(i, type));
            }
        }
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute(
                    "create type mood as enum ('sad', 'so so', 'happy')",
                    "create domain email as text check (value like '%@')",
                    "create extension citext",
                    "create extension hstore",
                    "create extension ltree",
                    "create table flat (%s)".formatted(declared),
                    "create table a (id int primary key, %s%s)"
                            .formatted(declared, nested ? ", whole flat, wholes flat[]" : ""),
                    "create table b (like a including all)");
            String sql = "insert into a (id, %s) select n, %s from unnest(%s) with ordinality as u(%s, n)"
                    .formatted(columnNames(types, nested), casts, arrays, names);
            try (Connection connection = database.connect();
                    PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int i = 0; i < samples.size(); i++) {
                    insert.setArray(
                            i + 1,
                            connection.createArrayOf("text", samples.get(i).toArray()));
                }
                insert.execute();
            }
            if (nested) {
                String row = "row(" + columnNames(types, true) + ")::flat";
                database.execute("update a set whole = %1$s, wholes = array[%1$s, null]".formatted(row));
            }
            compare(database, columns);
        }
    }

    private static String columnNames(List<TypeCase> types, boolean nested) {
        StringJoiner names = new StringJoiner(", ");
        for (int i = 0; i < types.size(); i++) {
            names.add("c" + i);
            if (nested) {
                names.add("l" + i);
            }
        }
        return names.toString();
    }

    private static void compare(PostgresDatabase database, Map<String, ColumnSettings> columns) {
        PostgresSource source = Databases.followed(database, columns);
        ChangeFeed feed = source.changes().orElseThrow();
        Replica replica = new Replica();
        feed.prepare();
        replica.load(source);
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute("insert into b select * from a");
            replica.catchUp(reader);
        }
        assertThat(replica.rejected()).isEmpty();
        assertThat(replica.table("b")).hasSize(ROWS);
        for (List<@Nullable Object> key : replica.table("a").keySet()) {
            Map<String, @Nullable Object> loaded = replica.table("a").get(key);
            Map<String, @Nullable Object> heard = replica.table("b").get(key);
            assertThat(comparable(heard)).isEqualTo(comparable(loaded));
        }
        feed.remove();
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case List<?> list ->
                list.stream()
                        .map(element -> String.valueOf(comparable(element)))
                        .toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, element) -> copy.put(name, comparable(element)));
                yield copy;
            }
            case null, default -> value;
        };
    }
}
