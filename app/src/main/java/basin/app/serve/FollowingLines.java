package basin.app.serve;

import basin.app.progress.Progress;
import basin.app.terminal.Figures;
import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.change.ChangeCounts;
import basin.run.replicate.FollowerListener;
import basin.run.sync.SyncReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/// What is said of one source while it is followed: a line when something happens, and one for the
/// changes of each
/// stretch of time.
///
/// Written to by the source's follower, read by the thread that started it, once that has ended.
final class FollowingLines implements FollowerListener {

    private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final String source;
    private final Progress progress;
    private final LongSupplier nanos;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> tables = new HashSet<>();
    private long unsaid;
    private long changes;
    private long rejected;
    private long due;

    /// @param nanos a clock in nanoseconds
    FollowingLines(String source, Progress progress, LongSupplier nanos) {
        this.source = source;
        this.progress = progress;
        this.nanos = nanos;
        this.due = nanos.getAsLong();
    }

    /// How many changes there were.
    synchronized long changes() {
        return changes;
    }

    /// How many rows went into quarantine.
    synchronized long rejected() {
        return rejected;
    }

    /// Why the source, or some of its tables, could not be followed any further.
    synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public synchronized void following(SyncReport loaded) {
        loaded.problems().stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(this::tell);
        progress.say(source + ": following " + Figures.count(loaded.followed().size(), "table"));
    }

    @Override
    public synchronized void landed(Stream stream, ChangeCounts counts, long rejectedRows) {
        changes += counts.total();
        unsaid += counts.total();
        rejected += rejectedRows;
        tables.add(stream.name());
        if (nanos.getAsLong() - due >= 0) {
            sayChanges();
        }
    }

    @Override
    public synchronized void stopped(Stream stream, Problem problem) {
        tell(problem);
        progress.say(source + ": " + stream.name() + " is not followed any further: " + problem.what());
    }

    @Override
    public synchronized void interrupted(Problem problem, Duration wait) {
        progress.say(source + ": " + problem.what() + (problem.why() == null ? "" : ", " + problem.why())
                + "; trying again in " + Figures.duration(wait));
    }

    @Override
    public synchronized void failed(ProblemException problem) {
        problem.problems().forEach(this::tell);
        progress.say(source + ": stopped: " + problem.problems().getFirst().what());
    }

    /// Says what has not been said yet.
    synchronized void end() {
        if (unsaid > 0) {
            sayChanges();
        }
    }

    private void sayChanges() {
        progress.say(source + ": " + Figures.count(unsaid, "change") + " in " + Figures.count(tables.size(), "table"));
        unsaid = 0;
        tables.clear();
        due = nanos.getAsLong() + EVERY_NANOS;
    }

    private void tell(Problem problem) {
        problems.add(problem);
    }
}
