package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.Discovery.Skipped;
import basin.connect.Loaded;
import basin.connect.postgres.connection.ConnectionSettings;
import basin.connect.postgres.connection.ConnectionSettings.SslMode;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.settings.Secret;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Why a source cannot be read, in words that say what to do; and never a secret among them.
class ConnectionProblemTest {

    private static final String PASSWORD = "sEcReT-4711";

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();
    private final String reader = "reader_of_" + database.name();

    @BeforeEach
    void addReader() {
        database.execute(
                "create role %s login password '%s'".formatted(reader, PASSWORD),
                "create table orders (id int, ssn text)",
                "insert into orders values (1, 'x')",
                "grant select on orders to " + reader);
    }

    @AfterEach
    void drop() {
        database.execute("drop owned by " + reader, "drop role " + reader);
        database.close();
    }

    @Test
    void aReaderWithItsRightsReads() {
        assertThat(Loaded.all(source(reader, PASSWORD, Map.of()), "orders").rows())
                .hasSize(1);
    }

    @Test
    void anUnknownHost() {
        assertProblem(
                with("no-such-host.invalid", database.port(), database.name()), Problem.Kind.TRANSIENT, "not known");
    }

    @Test
    void anUnknownDatabase() {
        assertProblem(
                with(database.host(), database.port(), "no such; database?"),
                Problem.Kind.ACTION,
                "there is no database 'no such; database?'");
    }

    @Test
    void aWrongPassword() {
        assertProblem(
                source(reader, PASSWORD + "x", Map.of()),
                Problem.Kind.ACTION,
                "the password of user '" + reader + "' is wrong");
    }

    @Test
    void aMissingPassword() {
        assertProblem(source(reader, null, Map.of()), Problem.Kind.ACTION, "the server asks for a password");
    }

    @Test
    void aServerWithoutEncryption() {
        ConnectionSettings connection = new ConnectionSettings(
                database.host(),
                database.port(),
                database.name(),
                reader,
                Secret.parse(PASSWORD),
                SslMode.REQUIRE,
                null,
                Map.of());
        assertProblem(
                new PostgresSource("shop", Databases.settings(connection, Map.of(), "orders")),
                Problem.Kind.ACTION,
                "no encrypted connection comes about");
    }

    @Test
    void noConnectionLeft() {
        database.execute("alter role %s connection limit 0".formatted(reader));
        assertProblem(source(reader, PASSWORD, Map.of()), Problem.Kind.TRANSIENT, "no connection left");
    }

    @Test
    void aTableThatMayNotBeRead() {
        database.execute("create table hidden (id int)");
        assertProblem(source(reader, PASSWORD, Map.of(), "hidden"), Problem.Kind.ACTION, "grant select on");
        assertThat(source(reader, PASSWORD, Map.of(), "public.*").discover().skipped())
                .extracting(Skipped::what)
                .containsExactly("public.hidden");
    }

    @Test
    void aColumnThatMayNotBeReadIsLeftOutAndTold() {
        database.execute("revoke select on orders from " + reader, "grant select (id) on orders to " + reader);
        PostgresSource source = source(reader, PASSWORD, Map.of());
        assertThat(source.discover().skipped()).extracting(Skipped::what).containsExactly("public.orders.ssn");
        assertThat(Loaded.all(source, "orders").rows()).containsExactly(Map.of("id", 1));
    }

    @Test
    void rowsThatPoliciesHideAreNotSilentlyMissing() {
        database.execute("alter table orders enable row level security");
        assertThatThrownBy(() -> Loaded.all(source(reader, PASSWORD, Map.of()), "orders"))
                .hasMessageContaining("row-level security hides rows")
                .hasMessageContaining("bypassrls");
    }

    @Test
    void aRightTakenAwayDuringTheLoad() {
        try (var snapshot = source(reader, PASSWORD, Map.of()).snapshot()) {
            database.execute("revoke select on orders from " + reader);
            assertThatThrownBy(() -> Loaded.all(snapshot, "orders"))
                    .hasMessageContaining("public.orders: user '%s' may not read the table".formatted(reader))
                    .hasMessageContaining("grant select on");
        }
    }

    @Test
    void aSettingTheServerDoesNotKnow() {
        assertProblem(source(reader, PASSWORD, Map.of("no_such_setting", "1")), Problem.Kind.ACTION, "no_such_setting");
    }

    @Test
    void roleSettingsDoNotGetInTheWay() {
        database.execute(
                "alter role %s set statement_timeout = '50ms'".formatted(reader),
                "alter role %s set idle_in_transaction_session_timeout = '1ms'".formatted(reader),
                "alter role %s set transaction_timeout = '10s'".formatted(reader),
                "alter role %s set datestyle = 'German'".formatted(reader),
                "alter table orders add column at interval default '1 day 2 hours'",
                "alter role %s set intervalstyle = 'sql_standard'".formatted(reader));
        assertThat(Loaded.all(source(reader, PASSWORD, Map.of()), "orders").column("at"))
                .containsExactly("1 day 02:00:00");
    }

    private PostgresSource source(
            String user, @Nullable String password, Map<String, String> options, String... tables) {
        ConnectionSettings connection = new ConnectionSettings(
                database.host(),
                database.port(),
                database.name(),
                user,
                password == null ? null : Secret.parse(password),
                SslMode.PREFER,
                null,
                options);
        return new PostgresSource(
                "shop",
                Databases.settings(connection, Map.of(), tables.length == 0 ? new String[] {"orders"} : tables));
    }

    private static PostgresSource with(String host, int port, String name) {
        return new PostgresSource(
                "shop", Databases.settings(Databases.connection(host, port, name), Map.of(), "orders"));
    }

    private static void assertProblem(PostgresSource source, Problem.Kind kind, String words) {
        assertThatThrownBy(source::discover).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageContaining(words);
            assertThat(e.getMessage()).doesNotContain(PASSWORD);
            assertThat(String.valueOf(e.getCause())).doesNotContain(PASSWORD);
        });
    }
}
