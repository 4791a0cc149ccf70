package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.Discovery;
import basin.connect.Discovery.Skipped;
import basin.connect.Loaded;
import basin.connect.Stream;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.types.As;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which tables become which streams, with which columns and keys.
class DiscoveryTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void describesATableAndItsColumns() {
        database.execute(
                """
                create table orders (
                    id bigint generated always as identity primary key,
                    amount numeric(12, 2) not null,
                    tax numeric(12, 2) generated always as (amount * 0.2) stored,
                    twice numeric(12, 2) generated always as (amount * 2) virtual,
                    note text)
                """,
                "comment on table orders is 'what was bought'",
                "comment on column orders.amount is 'the sum'",
                "insert into orders (amount) values (10)",
                "analyze orders");

        Stream orders = discover("public.*").stream("orders").orElseThrow();

        assertThat(orders.origin()).isEqualTo(new TableName("public", "orders"));
        assertThat(orders.doc()).isEqualTo("what was bought");
        assertThat(orders.rows()).isEqualTo(1);
        assertThat(orders.schema())
                .isEqualTo(new Schema(
                        List.of(
                                Field.required("id", Type.Primitive.LONG).withDoc("postgres: bigint, identity"),
                                Field.required("amount", new Type.Decimal(12, 2))
                                        .withDoc("the sum (postgres: numeric(12,2))"),
                                Field.optional("tax", new Type.Decimal(12, 2))
                                        .withDoc("postgres: numeric(12,2), generated"),
                                Field.optional("twice", new Type.Decimal(12, 2))
                                        .withDoc("postgres: numeric(12,2), generated"),
                                Field.optional("note", Type.Primitive.STRING).withDoc("postgres: text")),
                        List.of("id")));
        assertThat(load("public.*", "orders").rows().getFirst())
                .containsEntry("tax", new BigDecimal("2.00"))
                .containsEntry("twice", new BigDecimal("20.00"));
    }

    @Test
    void takesTheBestKeyThereIs() {
        database.execute(
                "create table two_columns (a int, b int, primary key (b, a))",
                "create table identified (a int not null, b int not null, unique (a, b))",
                "create unique index by_b on identified (b)",
                "alter table identified replica identity using index identified_a_b_key",
                "create table shortest (a int not null, b int not null, c int not null, unique (a, b), unique (c))",
                "create table maybe (a int unique, b text)",
                "create table partly (a int not null)",
                "create unique index on partly (a) where a > 0",
                "create table keyless (a int)");
        Discovery discovery = discover("public.*");
        assertThat(key(discovery, "two_columns")).containsExactly("b", "a");
        assertThat(key(discovery, "identified")).containsExactly("a", "b");
        assertThat(key(discovery, "shortest")).containsExactly("c");
        assertThat(key(discovery, "maybe")).as("a key is never null").isEmpty();
        assertThat(key(discovery, "partly")).as("a key is of all rows").isEmpty();
        assertThat(key(discovery, "keyless")).isEmpty();
    }

    @Test
    void loadsAPartitionedTableAsOneWhateverItsLevels() {
        database.execute(
                "create table sales (id int, at date, primary key (id, at)) partition by range (at)",
                "create table sales_old partition of sales for values from (minvalue) to ('2024-01-01')",
                "create table sales_new partition of sales for values from ('2024-01-01') to (maxvalue) partition by hash (id)",
                "create table sales_new_0 partition of sales_new for values with (modulus 2, remainder 0)",
                "create table sales_new_1 (extra text, at date not null, id int not null)",
                "alter table sales_new_1 drop column extra",
                "alter table sales_new attach partition sales_new_1 for values with (modulus 2, remainder 1)",
                "create table unused (id int) partition by list (id)",
                "insert into sales select i, date '2023-12-01' + i from generate_series(1, 100) i");
        assertThat(names(discover("public.*"))).containsExactly("sales", "unused");
        assertThat(key(discover("public.*"), "sales")).containsExactly("id", "at");
        assertThat(load("public.*", "sales").column("id")).hasSize(100).doesNotHaveDuplicates();
        assertThat(load("public.*", "unused").rows()).isEmpty();
        assertThat(load("public.sales_old", "sales_old").rows()).hasSize(30);
    }

    @Test
    void loadsRowsOfInheritedTablesOnce() {
        database.execute(
                "create table events (id int primary key)",
                "create table clicks (button int) inherits (events)",
                "create table double_clicks () inherits (clicks)",
                "insert into events values (1)",
                "insert into clicks values (1, 2)",
                "insert into double_clicks values (3, 4)");
        assertThat(names(discover("public.*"))).containsExactly("clicks", "double_clicks", "events");
        assertThat(load("public.*", "events").column("id")).containsExactly(1);
        assertThat(key(discover("public.*"), "events")).containsExactly("id");

        assertThat(load("public.events", "events").column("id")).containsExactlyInAnyOrder(1, 1, 3);
        assertThat(key(discover("public.events"), "events"))
                .as("it does not hold for the children")
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsExcluded() {
        database.execute(
                "create table a (id int)",
                "create table b (id int)",
                "create table parts (id int) partition by list (id)",
                "create table parts_1 partition of parts for values in (1)",
                "create table parts_2 partition of parts for values in (2)",
                "insert into parts values (1), (2)");
        PostgresSettings all = Databases.settings(database);
        PostgresSource source = new PostgresSource(
                "shop",
                new PostgresSettings(
                        all.connection(),
                        all.mode(),
                        all.tables(),
                        Databases.patterns("b", "*.parts_2"),
                        all.cursor(),
                        all.columns(),
                        all.readers(),
                        all.chunkSize(),
                        all.cdc()));
        assertThat(names(source.discover())).containsExactly("a", "parts");
        assertThat(Loaded.all(source, "parts").column("id")).containsExactly(1);
    }

    @Test
    void saysWhatItSkipsAndLoadsItWhenItIsNamed() {
        database.execute(
                "create table a (id int)",
                "insert into a values (7)",
                "create view seen as select id from a",
                "create materialized view kept as select id from a",
                "create materialized view unfilled as select id from a with no data",
                "create table nothing ()",
                "create table twins (id int, \"ID\" int)",
                "create extension postgres_fdw",
                "create server elsewhere foreign data wrapper postgres_fdw options (host '%s', port '%d', dbname '%s')"
                        .formatted(database.host(), database.port(), database.name()),
                "create user mapping for postgres server elsewhere options (user 'postgres', password_required 'false')",
                "create foreign table far (id int) server elsewhere options (table_name 'a')");
        Discovery discovery = discover("public.*");
        assertThat(names(discovery)).containsExactly("a");
        assertThat(discovery.skipped())
                .extracting(Skipped::what)
                .containsExactlyInAnyOrder(
                        "public.far",
                        "public.kept",
                        "public.nothing",
                        "public.seen",
                        "public.twins",
                        "public.unfilled");
        for (String named : List.of("seen", "kept", "far")) {
            assertThat(load(named, named).column("id")).as(named).containsExactly(7);
        }
        assertThatThrownBy(() -> discover("nothing", "twins", "unfilled"))
                .hasMessageContaining("no columns")
                .hasMessageContaining("upper and lower case")
                .hasMessageContaining("never filled");
    }

    @Test
    void namesTablesOfOtherSchemasByBothNames() {
        database.execute("create schema sales", "create table sales.orders (id int)", "create table orders (id int)");
        assertThat(names(discover("*.orders"))).containsExactly("orders", "sales_orders");
        database.execute("create table sales_orders (id int)");
        Discovery discovery = discover("*.*orders");
        assertThat(names(discovery)).as("those whose names clash fail alone").containsExactly("orders");
        assertThat(discovery.problems())
                .extracting(problem -> problem.place().toString())
                .containsExactlyInAnyOrder("sales.orders", "public.sales_orders");
        assertThat(discovery.problems())
                .allSatisfy(problem -> assertThat(problem.what()).contains("same name in the lake"));
    }

    @Test
    void tellsTablesApartThatDifferInUpperAndLowerCaseOnlyByFailingBoth() {
        database.execute("create table orders (id int)", "create table \"Orders\" (id int)", "create table b (id int)");
        Discovery discovery = discover("public.*");
        assertThat(names(discovery)).containsExactly("b");
        assertThat(discovery.problems()).hasSize(2);
    }

    @Test
    void aTableThatIsGoneLeavesTheOthersAlone() {
        database.execute("create table a (id int)");
        Discovery discovery = discover("a", "gone");
        assertThat(names(discovery)).containsExactly("a");
        assertThat(discovery.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("there is no table 'public.gone'"));
    }

    @Test
    void readsNamesOfAnyCharacters() {
        String table = "Straße \"9¾\" 'x'; drop";
        database.execute(
                "create table %s (\"select\" int primary key, \"größe in m²\" text, \"a.b\"\"c\" text)"
                        .formatted(TableName.quote(table)),
                "insert into %s values (1, 'ö', 'q')".formatted(TableName.quote(table)));
        assertThat(load("public.*", table).rows())
                .containsExactly(Map.of("select", 1, "größe in m²", "ö", "a.b\"c", "q"));
    }

    @Test
    void tellsAllMistakesInTheChoiceAtOnce() {
        database.execute("create table orders (id int, amount numeric, label text)");
        PostgresSource source = new PostgresSource(
                "shop",
                Databases.settings(
                        Databases.connection(database),
                        Map.of(
                                "public.orders",
                                new ColumnSettings(
                                        List.of(),
                                        List.of("amuont"),
                                        Map.of("label", new As.Uuid(), "lable", new As.PlainText()))),
                        "public.orders",
                        "public.ordres",
                        "sales.*"));
        assertThatThrownBy(source::discover)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no table 'public.ordres'")
                .hasMessageContaining("did you mean 'public.orders'?")
                .hasMessageContaining("no table matches 'sales.*'")
                .hasMessageContaining("there is no column 'amuont'")
                .hasMessageContaining("did you mean 'amount'?")
                .hasMessageContaining("there is no column 'lable'")
                .hasMessageContaining("public.orders.label: a column of type text cannot be loaded so");
    }

    @Test
    void loadsColumnsAsTheSettingsSay() {
        database.execute(
                "create table things (id uuid, price numeric, born time, secret text, raw text)",
                "insert into things values ('0190163d-8694-739b-aea5-966c26f8ad91', 1.25, '10:00', 's', 'é')");
        ColumnSettings columns = new ColumnSettings(
                List.of(),
                List.of("secret"),
                Map.of(
                        "id", new As.Uuid(),
                        "price", As.parse("decimal(10, 3)"),
                        "born", new As.Time(),
                        "raw", new As.Binary()));
        PostgresSource source = new PostgresSource(
                "shop", Databases.settings(Databases.connection(database), Map.of("public.*", columns), "public.*"));
        Map<String, ?> row = Loaded.all(source, "things").rows().getFirst();
        assertThat(row.get("id")).isEqualTo(UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"));
        assertThat(row.get("price")).isEqualTo(new BigDecimal("1.250"));
        assertThat(row.get("born")).isEqualTo(LocalTime.of(10, 0));
        assertThat(row.get("raw")).isEqualTo(new byte[] {(byte) 0xC3, (byte) 0xA9});
        assertThat(row).doesNotContainKey("secret");
    }

    private Discovery discover(String... tables) {
        return new PostgresSource("shop", Databases.settings(database, tables)).discover();
    }

    private Loaded load(String tables, String stream) {
        return Loaded.all(new PostgresSource("shop", Databases.settings(database, tables)), stream);
    }

    private static List<String> names(Discovery discovery) {
        return discovery.streams().stream().map(Stream::name).toList();
    }

    private static List<String> key(Discovery discovery, String stream) {
        return discovery.stream(stream).orElseThrow().schema().primaryKey();
    }
}
