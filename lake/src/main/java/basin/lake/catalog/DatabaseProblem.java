package basin.lake.catalog;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wrong with the system database, from what its driver says.
final class DatabaseProblem {
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_NOTADB = 26;

    private DatabaseProblem() {}

    /// The problem behind `failure`, whose causes are searched for what the driver threw.
    static ProblemException of(Exception failure, Place place) {
        return new ProblemException(in(failure, place).orElseGet(() -> foreign(failure.getMessage(), place)), failure);
    }

    /// The problem behind `failure`; empty where no driver threw anything.
    static Optional<Problem> in(Throwable failure, Place place) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql, place));
            }
        }
        return Optional.empty();
    }

    private static Problem of(SQLException e, Place place) {
        String state = e.getSQLState();
        return (state == null ? sqlite(e, place) : postgres(state, place)).because(e.getMessage());
    }

    private static Problem sqlite(SQLException e, Place place) {
        return switch (e.getErrorCode()) {
            case SQLITE_NOTADB -> foreign(null, place);
            case SQLITE_CORRUPT ->
                Problem.failed("the system database is damaged", place).advise("put back a copy of the file");
            case SQLITE_CANTOPEN, SQLITE_READONLY ->
                Problem.failed("the system database cannot be opened", place)
                        .advise("let this user read and write the file and its folder");
            case SQLITE_FULL -> Problem.failed("the disk is full", place).advise("make room, then try again");
            case SQLITE_BUSY ->
                Problem.interrupted("another process keeps the system database busy", place)
                        .advise("try again when it is done");
            case SQLITE_IOERR -> Problem.failed("the disk under the system database fails", place);
            default -> Problem.failed("the system database refused a statement", place);
        };
    }

    private static Problem postgres(String state, Place place) {
        String kind = state.substring(0, Math.min(2, state.length()));
        return switch (kind) {
            case "28" ->
                Problem.failed("the system database does not let this user in", place)
                        .advise("correct its user and password");
            case "3D" ->
                Problem.failed("the system database does not exist", place).advise("create it, or correct its url");
            case "08", "57", "53" -> Problem.interrupted("the system database cannot be reached", place);
            case "42" ->
                Problem.failed("the system database refused a statement", place)
                        .advise("let this user create tables in it");
            default -> Problem.failed("the system database refused a statement", place);
        };
    }

    private static Problem foreign(@Nullable String why, Place place) {
        return Problem.failed("this is not a system database of Basin", place)
                .because(why)
                .advise("name another file or database; it is made where there is none");
    }
}
