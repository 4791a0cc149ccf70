package basin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.app.demo.company.Company;
import basin.app.demo.company.Progress;
import basin.core.problem.ProblemException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExampleDatabaseTest {
    private static final Company COMPANY = Company.ofScale(0.01);
    private static final Progress UNHEARD = (table, rows, expected) -> {};

    /// Of all tests here, so that the server's program is unpacked once.
    @TempDir
    private static Path folder;

    @Test
    void holdsTheCompanyForAReaderWhoMayDoNothingElse() throws SQLException {
        Map<String, Long> told = new HashMap<>();
        try (ExampleDatabase database =
                        ExampleDatabase.start(folder, COMPANY, (table, rows, expected) -> told.put(table, rows));
                Connection connection = connect(database, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            assertThat(told).hasSize(COMPANY.tables().size());
            for (Map.Entry<String, Long> table : told.entrySet()) {
                assertThat(answer(statement, "select count(*) from " + table.getKey()))
                        .isEqualTo(table.getValue().toString());
            }
            assertThat(answer(statement, "show wal_level")).isEqualTo("logical");
            for (String forbidden :
                    new String[] {"delete from returns", "create table mine (id int)", "copy returns to '/dev/null'"}) {
                assertThatThrownBy(() -> statement.execute(forbidden)).hasMessageContaining("denied");
            }
            for (String user : new String[] {database.user(), "postgres"}) {
                assertThatThrownBy(() -> connect(database, user, "guess"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void leavesNeitherServerNorDataBehind() {
        ExampleDatabase database = ExampleDatabase.start(folder, COMPANY, UNHEARD);
        int port = database.port();
        assertThatThrownBy(() -> ExampleDatabase.start(folder, COMPANY, UNHEARD))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("already runs here");
        database.close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(folder.resolve("password")).doesNotExist();
    }

    @Test
    void stopsTheServerWhenTheCompanyCannotBeLoaded() {
        RuntimeException refusal = new IllegalStateException("no more");
        assertThatThrownBy(() -> ExampleDatabase.start(folder, COMPANY, (table, rows, expected) -> {
                    throw refusal;
                }))
                .hasRootCause(refusal);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static String answer(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(ExampleDatabase database, String user, String password) throws SQLException {
        String url = "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.database());
        return DriverManager.getConnection(url, user, password);
    }
}
