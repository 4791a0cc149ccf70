package basin.connect.postgres.change;

import basin.connect.postgres.connection.Failures;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What goes wrong with slots and publications, in plain words.
///
/// @param slot the name of the slot
record SlotProblems(Failures failures, String slot) {

    private static final String AGAIN = "load the tables in full once: that makes a new one";

    /// A failure of the server or the connection.
    ProblemException failed(SQLException e) {
        Problem known = known(e);
        return known == null ? failures.exception(e) : new ProblemException(known, e);
    }

    ProblemException notLogical() {
        return problem(Problem.failed("the server's log does not say what happens to rows", place())
                .because("wal_level is not logical")
                .advise("alter system set wal_level = logical; then restart the server"));
    }

    ProblemException tooOld(int version) {
        return problem(Problem.failed("changes of Postgres %d cannot be followed".formatted(version), place())
                .advise("upgrade the server to version 14 or newer, or set 'mode: incremental'"));
    }

    ProblemException gone() {
        return problem(Problem.failed("the replication slot '%s' is gone".formatted(slot), place())
                .because("somebody dropped it, or the server is another one since")
                .advise(AGAIN));
    }

    ProblemException notPrepared() {
        return problem(Problem.failed("there is no replication slot '%s' yet".formatted(slot), place())
                .advise(AGAIN));
    }

    ProblemException lost(String reason) {
        return problem(Problem.failed("the server has given up the replication slot '%s'".formatted(slot), place())
                .because("it no longer keeps what comes next in it (" + reason + ")")
                .advise(AGAIN + "; raise max_slot_wal_keep_size so that it does not happen again"));
    }

    ProblemException another(Slot other) {
        return problem(Problem.failed("the replication slot '%s' is of another kind".formatted(slot), place())
                .because("it is of database '%s', with plug-in '%s'".formatted(other.database(), other.plugin()))
                .advise("choose another name with 'cdc.slot'"));
    }

    ProblemException busy(int process) {
        return problem(Problem.interrupted("the replication slot '%s' is being read".formatted(slot), place())
                .because("by the server's process %d, which may be of a connection that was cut".formatted(process))
                .advise("stop the other reader, or choose another name with 'cdc.slot'"));
    }

    ProblemException noPublication(String publication) {
        return problem(Problem.failed("there is no publication '%s'".formatted(publication), place())
                .advise("correct 'cdc.publication', or remove it so that publications are made"));
    }

    ProblemException mayNotPublish(String sql, SQLException e) {
        return new ProblemException(
                Problem.failed("user '%s' may not publish the tables".formatted(failures.user()), place())
                        .because(String.valueOf(e.getMessage()))
                        .advise(
                                "let the tables' owner run: %s; or name a publication that is there with 'cdc.publication'"
                                        .formatted(sql)),
                e);
    }

    ProblemException waiting(String who) {
        return problem(Problem.interrupted("a transaction at the server does not end", place())
                .because("changes can be followed once it has, and it is under way for long: " + who)
                .advise("end it, or wait"));
    }

    Problem missed() {
        return Problem.failed("the replication slot '%s' was made after the table was loaded".formatted(slot), place())
                .because("what changed before is not in it")
                .advise("load the table anew");
    }

    private @Nullable Problem known(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.getSQLState() == null ? "" : e.getSQLState()) {
            case "53400" ->
                message.contains("slots")
                        ? Problem.failed("the server has no replication slot left", place())
                                .because(message)
                                .advise(
                                        "drop one that nobody reads (pg_replication_slots), or raise max_replication_slots")
                        : null;
            case "55006" ->
                Problem.interrupted("the replication slot '%s' is being read".formatted(slot), place())
                        .because(message);
            case "42501" ->
                message.contains("replication")
                        ? Problem.failed("user '%s' may not follow changes".formatted(failures.user()), place())
                                .because(message)
                                .advise("alter role \"%s\" replication".formatted(failures.user()))
                        : null;
            case "55000" ->
                message.contains("slot")
                        ? Problem.failed("the replication slot '%s' cannot be read any more".formatted(slot), place())
                                .because(message)
                                .advise(AGAIN)
                        : null;
            default -> null;
        };
    }

    private Place place() {
        return failures.service();
    }

    private static ProblemException problem(Problem problem) {
        return new ProblemException(problem);
    }
}
