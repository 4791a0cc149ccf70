package basin.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {

    @Test
    void databasesAreEmptyAndApart() throws SQLException {
        try (PostgresDatabase one = PostgresServer.shared().createDatabase();
                PostgresDatabase other = PostgresServer.shared().createDatabase()) {
            one.execute("create table t (n int)", "insert into t values (1), (2)");

            assertThat(ask(one, "select count(*) from t")).isEqualTo("2");
            assertThat(ask(other, "select to_regclass('t')")).isNull();
        }
    }

    @Test
    void aDatabaseIsGoneOnceClosedEvenWithGuestsAndSlots() throws SQLException {
        PostgresDatabase database = PostgresServer.shared().createDatabase();
        try (Connection guest = database.connect()) {
            assertThat(guest.isValid(1)).isTrue();
            database.execute("select pg_create_logical_replication_slot('left_behind', 'pgoutput')");
            database.close();
        }
        try (PostgresDatabase other = PostgresServer.shared().createDatabase()) {
            assertThat(ask(other, "select count(*) from pg_database where datname = '" + database.name() + "'"))
                    .isEqualTo("0");
            assertThat(ask(other, "select count(*) from pg_replication_slots where slot_name = 'left_behind'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void textIsSortedByCodePoint() throws SQLException {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            assertThat(ask(database, "select string_agg(c, '' order by c) from unnest(array['é', 'b', 'Z', 'a']) c"))
                    .isEqualTo("Zabé");
        }
    }

    @Test
    void rolesOtherThanTheSuperuserNeedTheirPassword() throws SQLException {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute("create role guest login password 'right'");

            try (Connection guest = DriverManager.getConnection(database.url(), "guest", "right")) {
                assertThat(guest.isValid(1)).isTrue();
            }
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "guest", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");

            database.execute("drop role guest");
        }
    }

    @Test
    void aServerOfOnesOwnHasItsSettingsAndCanBeStopped() throws SQLException {
        PostgresServer server = PostgresServer.start(Map.of("wal_level", "replica"));
        PostgresDatabase database = server.createDatabase();
        assertThat(ask(database, "show wal_level")).isEqualTo("replica");

        server.close();

        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), PostgresServer.SUPERUSER, ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aServerThatCrashesThrowsEverybodyOutAndComesBackWithItsRows() throws SQLException {
        try (PostgresServer server = PostgresServer.start(Map.of());
                PostgresDatabase database = server.createDatabase();
                Connection guest = database.connect()) {
            database.execute("create table t (n int)", "insert into t values (1)", "checkpoint");

            server.crash();

            assertThat(guest.isValid(1)).isFalse();
            assertThat(ask(database, "select count(*) from t")).isEqualTo("1");
        }
    }

    @Test
    void waitingEndsWhenTheAnswerIsTrue() throws SQLException {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute("create sequence looks");

            database.await("select nextval('looks') = 3");

            assertThat(ask(database, "select last_value from looks")).isEqualTo("3");
        }
    }

    private static String ask(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
