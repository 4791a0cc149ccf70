package basin.app.cli;

import basin.app.terminal.Screen;
import basin.core.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// What a command found. It is told once, either to people or to machines.
public interface Answer {

    /// Tells people. Results go onto `out`; what is said beside them has been said before.
    void show(Screen out);

    /// Tells machines: writes exactly one JSON value, whose shape is documented and only ever grows. Its first
    /// token is written before anything that may fail; what a failure leaves open is closed by the caller.
    void write(JsonGenerator json) throws IOException;

    /// What went wrong beside what was found; told behind it.
    default List<Problem> problems() {
        return List.of();
    }

    /// What the process exits with after a command that ended without a problem: 0, or 1 if what was asked for
    /// turned out not to hold.
    default int exitCode() {
        return 0;
    }
}
