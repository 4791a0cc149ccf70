package basin.run.build;

import basin.run.build.StepResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What became of a build.
///
/// @param results one for each step of the plan, and for each hook of the project that failed, in the order in which
///     they ended
public record BuildReport(List<StepResult> results, Instant startedAt, Duration took) {
    public BuildReport {
        results = List.copyOf(results);
    }

    /// How many steps ended so.
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /// Whether no step failed, and none was left out.
    public boolean isGood() {
        return results.stream().allMatch(result -> result.outcome().isGood());
    }
}
