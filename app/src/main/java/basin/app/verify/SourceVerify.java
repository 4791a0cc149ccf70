package basin.app.verify;

import basin.app.progress.Progress;
import basin.app.workplace.Workplace;
import basin.connect.Source;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.run.verify.Verify;
import java.time.Clock;
import java.util.List;

/// The comparison of one source of a workplace's project, with its progress on the screen.
public final class SourceVerify {

    private SourceVerify() {}

    /// Compares.
    ///
    /// @param source the name of a source of the project
    /// @param tables those to compare, as they are called in the lake; empty for all
    /// @param limit how many differing rows are listed of each
    /// @throws ProblemException if there is no such source or table, or nothing of it could be read
    public static VerifyResult run(Workplace workplace, String source, List<String> tables, int limit) {
        if (limit < 0) {
            throw new ProblemException(Problem.wrong("'--limit' must not be negative", Place.NOWHERE));
        }
        Source from = workplace.source(workplace.reading().source(source));
        String prefix = source + ".";
        List<String> streams = tables.stream()
                .map(table -> table.startsWith(prefix) ? table.substring(prefix.length()) : table)
                .toList();
        try (Progress progress = workplace.progress()) {
            Verify verify = new Verify(
                    workplace.lake(), workplace.readingDuck(), new VerifyProgress(progress), Clock.systemUTC());
            return new VerifyResult(source, verify.run(source, from, streams, limit));
        }
    }
}
