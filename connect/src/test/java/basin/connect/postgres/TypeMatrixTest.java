package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.Loaded;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;

/// Every type of Postgres arrives as what the server says it is.
class TypeMatrixTest {

    private static @Nullable PostgresDatabase shared;

    @BeforeContainer
    static void create() {
        shared = PostgresServer.shared().createDatabase();
        database()
                .execute(
                        "create type mood as enum ('sad', 'so so', 'happy')",
                        "create domain email as text check (value like '%@')",
                        "create extension citext",
                        "create extension hstore",
                        "create extension ltree",
                        "create type part as (label text, quantity int, weight numeric(8, 3), sent interval, tags text[])");
    }

    @AfterContainer
    static void drop() {
        database().close();
    }

    private static PostgresDatabase database() {
        return Objects.requireNonNull(shared);
    }

    /// Values of each type, some of them null.
    @Provide
    Arbitrary<List<List<@Nullable String>>> samples() {
        List<Arbitrary<List<@Nullable String>>> samples = new ArrayList<>();
        for (TypeCase type : TypeCase.ALL) {
            samples.add(type.texts().injectNull(0.1).list().ofSize(40));
        }
        return Combinators.combine(samples).as(values -> values);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void everyValueArrivesAsTheServerSaysItIs(@ForAll("samples") List<List<@Nullable String>> samples)
            throws SQLException {
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner casts = new StringJoiner(", ");
        StringJoiner arrays = new StringJoiner(", ");
        StringJoiner names = new StringJoiner(", ");
        for (int i = 0; i < samples.size(); i++) {
            String type = TypeCase.ALL.get(i).type();
            columns.add("c" + i + " " + type);
            casts.add("v" + i + "::" + type);
            arrays.add("?::text[]");
            names.add("v" + i);
        }
        database().execute("drop table if exists t", "create table t (n int, " + columns + ")");
        insert(
                "insert into t select n, %s from unnest(%s) with ordinality as u(%s, n)"
                        .formatted(casts, arrays, names),
                samples);

        Loaded loaded = load("t");
        List<List<@Nullable String>> said = said();

        for (int i = 0; i < samples.size(); i++) {
            TypeCase type = TypeCase.ALL.get(i);
            List<@Nullable String> values = new ArrayList<>();
            for (Object value : sorted(loaded, "c" + i)) {
                values.add(value == null ? null : type.asLoaded().apply(value));
            }
            assertThat(values).as(type.type()).isEqualTo(said.get(i));
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void arraysBecomeLists(@ForAll List<List<Integer>> lists) throws SQLException {
        database().execute("drop table if exists t", "create table t (n int generated always as identity, c int[])");
        try (Connection connection = database().connect();
                PreparedStatement insert = connection.prepareStatement("insert into t (c) values (?)")) {
            for (List<Integer> list : lists) {
                insert.setArray(1, connection.createArrayOf("int4", list.toArray()));
                insert.execute();
            }
        }
        assertThat(sorted(load("t"), "c")).isEqualTo(lists);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void compositesBecomeStructs(
            @ForAll("words") @Nullable String label, @ForAll @Nullable Integer quantity, @ForAll List<Integer> tags)
            throws SQLException {
        List<String> texts = tags.stream().map(String::valueOf).toList();
        database()
                .execute(
                        "drop table if exists t",
                        "create table t (n int generated always as identity, c part, d part[])");
        try (Connection connection = database().connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into t (c) values (row(?, ?, 1.5, '90 minutes', ?)), (null), (row(null, null, null, null, null))")) {
            insert.setString(1, label);
            insert.setObject(2, quantity);
            insert.setArray(3, connection.createArrayOf("text", texts.toArray()));
            insert.execute();
        }
        List<@Nullable Object> loaded = sorted(load("t"), "c");
        assertThat(loaded.get(0))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("label", label)
                .containsEntry("quantity", quantity)
                .containsEntry("weight", new BigDecimal("1.500"))
                .containsEntry("sent", "01:30:00")
                .containsEntry("tags", texts);
        assertThat(loaded.get(1)).as("no value").isNull();
        assertThat(loaded.get(2)).as("a value without values").isInstanceOf(Map.class);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().injectNull(0.2);
    }

    private static void insert(String sql, List<List<@Nullable String>> columns) throws SQLException {
        try (Connection connection = database().connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(
                        i + 1, connection.createArrayOf("text", columns.get(i).toArray()));
            }
            insert.execute();
        }
    }

    private static Loaded load(String table) {
        Loaded loaded = Loaded.all(new PostgresSource("types", Databases.settings(database(), table)), table);
        assertThat(loaded.rejected()).isEmpty();
        return loaded;
    }

    /// A column in the order of column n.
    private static List<@Nullable Object> sorted(Loaded loaded, String column) {
        List<@Nullable Object> values = new ArrayList<>();
        loaded.rows().stream()
                .sorted(Comparator.comparing(row -> (Integer) Objects.requireNonNull(row.get("n"))))
                .forEach(row -> values.add(row.get(column)));
        return values;
    }

    /// What the server says of each column, in the order of column n.
    private static List<List<@Nullable String>> said() throws SQLException {
        StringJoiner expressions = new StringJoiner(", ");
        List<List<@Nullable String>> columns = new ArrayList<>();
        for (int i = 0; i < TypeCase.ALL.size(); i++) {
            expressions.add(TypeCase.ALL.get(i).asServer().replaceAll("\\bc\\b", "c" + i));
            columns.add(new ArrayList<>());
        }
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
            try (ResultSet result = statement.executeQuery("select " + expressions + " from t order by n")) {
                while (result.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).add(result.getString(i + 1));
                    }
                }
            }
        }
        return columns;
    }
}
