package basin.app.demo;

import basin.app.demo.company.Company;
import basin.app.demo.company.Loading;
import basin.app.demo.company.Progress;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The shop database of an example company, in a Postgres server of its own. It ends with [#close()], or with
/// this process. For any thread.
public final class ExampleDatabase implements AutoCloseable {
    private static final String DATABASE = "shop";
    private static final String READER = "basin";

    private final ExampleServer server;
    private final String password = Password.random();

    private ExampleDatabase(ExampleServer server) {
        this.server = server;
    }

    /// Starts a server, loads the company into it, and lets the role `basin` read it. The calling thread waits
    /// for all of it.
    ///
    /// @param folder for the server's program and data; created if missing, and best kept, since the unpacked
    ///     program is used again. What a former example database left there is removed
    /// @throws ProblemException if the folder is in use by another, or the server doesn't start or take the
    /// data
    public static ExampleDatabase start(Path folder, Company company, Progress progress) {
        ExampleServer server = ExampleServer.start(folder);
        try {
            ExampleDatabase database = new ExampleDatabase(server);
            database.fill(company, progress);
            return database;
        } catch (IOException | SQLException e) {
            server.close();
            Problem problem = Problem.failed("the example company could not be loaded into Postgres", place(folder));
            throw new ProblemException(problem.because(e.getMessage()), e);
        } catch (InterruptedException e) {
            server.close();
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.interrupted("the example company was not loaded to its end", place(folder)), e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public String host() {
        return ExampleServer.HOST;
    }

    public int port() {
        return server.port();
    }

    public String database() {
        return DATABASE;
    }

    /// The role that may read all tables, and nothing else.
    public String user() {
        return READER;
    }

    /// The password of [#user()]: new at each start, of letters and digits.
    public String password() {
        return password;
    }

    /// Ends all connections, stops the server and removes its data.
    @Override
    public void close() {
        server.close();
    }

    private void fill(Company company, Progress progress) throws IOException, SQLException, InterruptedException {
        run("postgres", "create database " + DATABASE);
        new Loading(company, progress).into(() -> connect(DATABASE));
        run(DATABASE, """
                revoke all on database shop from public;
                create role basin login password '%s';
                grant connect on database shop to basin;
                grant usage on schema public to basin;
                grant select on all tables in schema public to basin;
                """.formatted(password));
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(ExampleServer.HOST, server.port(), database),
                ExampleServer.OWNER,
                server.ownerPassword());
    }

    private static Place place(Path folder) {
        return new Place.InFile(folder);
    }
}
