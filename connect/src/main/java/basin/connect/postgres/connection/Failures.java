package basin.connect.postgres.connection;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What goes wrong on a connection, in plain words: from the server's error codes (Appendix A of the Postgres
/// manual) and from what the driver reports to problems.
///
/// @param service the server, as the user calls it
public record Failures(Place.Service service, String database, String user) {

    private static final String AGAIN = "run it again once the server answers";

    /// A failure that concerns no table in particular.
    public ProblemException exception(SQLException e) {
        Problem problem = connecting(e);
        if (problem == null) {
            problem = running(e, service, "a query failed");
        }
        return new ProblemException(problem, e);
    }

    /// A failure while a table was read.
    public ProblemException exception(SQLException e, TableName table) {
        Problem problem = connecting(e);
        if (problem == null) {
            problem = reading(e, table);
        }
        return new ProblemException(problem, e);
    }

    /// The driver takes each row as a whole.
    public ProblemException tooLarge(TableName table, OutOfMemoryError e) {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return new ProblemException(
                Problem.failed("a row is too large for the memory there is", new Place.InTable(table.toString()))
                        .because("a row has to fit into the heap of %d MiB, of which others use a part".formatted(heap))
                        .advise(
                                "give the process a larger heap (BASIN_OPTS=-Xmx1g), or leave the large column out with 'columns'"),
                e);
    }

    /// Somebody changed the table in a way that makes what was planned for it wrong.
    public ProblemException altered(TableName table, String how) {
        return new ProblemException(Problem.interrupted(
                        "the table was " + how + " while it was loaded", new Place.InTable(table.toString()))
                .advise("run the load again"));
    }

    /// What is wrong with the connection itself; null if that is not it.
    private @Nullable Problem connecting(SQLException e) {
        Problem byCause = byCause(e);
        if (byCause != null) {
            return byCause;
        }
        String state = state(e);
        return switch (state) {
            case "22023", "42704" ->
                message(e).contains("snapshot")
                        ? Problem.interrupted("the snapshot is lost: the connection that held it has ended", service)
                                .because(message(e))
                                .advise(AGAIN)
                        : null;
            case "28P01" ->
                Problem.failed("the password of user '" + user + "' is wrong, or there is no such user", service)
                        .advise("correct 'connection.user' or 'connection.password'");
            case "28000" -> refused(e);
            case "3D000" ->
                Problem.failed("there is no database '" + database + "'", service)
                        .advise("correct 'connection.database'");
            case "53300" ->
                Problem.interrupted("the server has no connection left", service)
                        .because(message(e))
                        .advise("lower 'readers', or raise max_connections at the server");
            case "57P03" ->
                Problem.interrupted("the server is starting or stopping", service)
                        .because(message(e))
                        .advise(AGAIN);
            case "57P01", "57P02", "57P05" ->
                Problem.interrupted("the server ended the connection", service)
                        .because(message(e))
                        .advise(AGAIN);
            case "08001", "08004" -> rejected(e);
            default ->
                state.startsWith("08")
                        ? Problem.interrupted("the connection was cut", service)
                                .because(message(e))
                                .advise(AGAIN)
                        : null;
        };
    }

    private @Nullable Problem byCause(SQLException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            Problem problem = switch (cause) {
                case UnknownHostException _ ->
                    Problem.interrupted("the name of the server is not known in this network", service)
                            .advise("check 'connection.host'");
                case ConnectException _ ->
                    Problem.interrupted("nothing answers there", service)
                            .because(cause.getMessage())
                            .advise("check that the server runs, and 'connection.host' and 'connection.port'");
                case NoRouteToHostException _ ->
                    Problem.interrupted("there is no way to the server", service)
                            .because(cause.getMessage());
                case SocketTimeoutException _ ->
                    Problem.interrupted("the server does not answer", service)
                            .because(cause.getMessage())
                            .advise("check 'connection.host', and that no firewall stands between");
                case SSLException _ ->
                    Problem.failed("no encrypted connection comes about", service)
                            .because(cause.getMessage())
                            .advise("check 'connection.sslmode' and 'connection.sslrootcert'");
                default -> null;
            };
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /// By pg_hba.conf, mostly.
    private Problem refused(SQLException e) {
        String message = message(e);
        String remedy = message.contains("no encryption")
                ? "let the server's pg_hba.conf allow it, or set 'connection.sslmode: require'"
                : "let the server's pg_hba.conf allow user '" + user + "' to connect to '" + database + "'";
        return Problem.failed("the server does not let user '" + user + "' in", service)
                .because(message)
                .advise(remedy);
    }

    private Problem rejected(SQLException e) {
        String message = message(e);
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("password")) {
            return Problem.failed("the server asks for a password", service).advise("set 'connection.password'");
        }
        if (lower.contains("ssl")) {
            return Problem.failed("no encrypted connection comes about", service)
                    .because(message)
                    .advise("check 'connection.sslmode'");
        }
        return Problem.interrupted("no connection comes about", service).because(message);
    }

    private Problem reading(SQLException e, TableName table) {
        Place place = new Place.InTable(table.toString());
        return switch (state(e)) {
            case "42P01", "3F000" ->
                Problem.interrupted("the table was dropped or renamed while it was loaded", place)
                        .advise("run the load again");
            case "42703", "42704" ->
                Problem.interrupted("the table was altered while it was loaded", place)
                        .because(message(e))
                        .advise("run the load again");
            case "42501" -> forbidden(e, table, place);
            case "55P03" ->
                Problem.interrupted("the table is locked by somebody else", place)
                        .because(message(e))
                        .advise("run it again once the other is done; pg_locks shows who it is");
            case "22P05", "22021" ->
                Problem.failed("the table holds text that has no UTF-8 form", place)
                        .because(message(e))
                        .advise("correct the text, or leave the column out with 'columns'");
            default -> running(e, place, "reading the table failed");
        };
    }

    private Problem forbidden(SQLException e, TableName table, Place place) {
        if (message(e).contains("row-level security")) {
            return Problem.failed("row-level security hides rows of the table from user '" + user + "'", place)
                    .advise("alter role \"%s\" bypassrls; or leave the table out with 'exclude'".formatted(user));
        }
        return Problem.failed("user '" + user + "' may not read the table", place)
                .because(message(e))
                .advise("grant select on %s to \"%s\"".formatted(table.quoted(), user));
    }

    private Problem running(SQLException e, Place place, String what) {
        String message = message(e);
        return switch (state(e)) {
            case "57014" ->
                Problem.interrupted("the query was cancelled at the server", place)
                        .because(message);
            case "40001", "40P01" ->
                Problem.interrupted("the server gave up the query in favour of another", place)
                        .because(message)
                        .advise(
                                message.contains("recovery")
                                        ? "set hot_standby_feedback = on at the replica, or read from the primary"
                                        : null);
            case "53000", "53100", "53200", "53400" ->
                Problem.interrupted("the server has run out of resources", place)
                        .because(message);
            default -> Problem.failed(what, place).because(message);
        };
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /// What the server says, without the driver's additions.
    private static String message(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String message = server == null ? e.getMessage() : server.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
