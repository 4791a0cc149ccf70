package basin.app.cli;

import basin.app.terminal.ProblemView;
import basin.app.terminal.SourceLines;
import basin.app.terminal.Terminal;
import basin.core.problem.Problem;
import java.io.IOException;
import java.util.List;

/// Who is told: [#hear] at most once, then [#end] once.
sealed interface Audience permits Audience.People, JsonReport {

    /// Tells what was found.
    void hear(Answer answer) throws IOException;

    /// Tells what went wrong, if anything did, and that this was all.
    void end(List<Problem> problems, int exitCode) throws IOException;

    /// Results on one screen, problems on the other.
    ///
    /// @param lines of the project that problems are in
    record People(Terminal terminal, SourceLines lines) implements Audience {
        @Override
        public void hear(Answer answer) {
            answer.show(terminal.out());
            terminal.out().flush();
        }

        @Override
        public void end(List<Problem> problems, int exitCode) {
            if (!problems.isEmpty()) {
                terminal.out().flush();
                ProblemView.show(terminal.err(), problems, lines);
            }
        }
    }
}
