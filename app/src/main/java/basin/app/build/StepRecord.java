package basin.app.build;

import basin.core.problem.Problem;
import basin.model.artifact.RunResult;
import basin.model.artifact.RunResult.Status;
import basin.model.artifact.RunResult.Timing;
import basin.model.resource.Node;
import basin.model.resource.UnitTest;
import basin.run.build.StepResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What became of a step, as artifacts tell it.
final class StepRecord {
    private StepRecord() {}

    static RunResult of(StepResult result, TargetFolder target) {
        Node node = result.resource() instanceof Node one ? one : null;
        boolean test = isTest(result);
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        if (result.rows() >= 0) {
            response.put("_message", "OK");
            response.put("rows_affected", result.rows());
        }
        return new RunResult(
                result.uniqueId(),
                status(result.outcome(), test),
                List.of(new Timing(
                        "execute", result.startedAt(), result.startedAt().plus(result.took()))),
                result.thread(),
                result.took().toMillis() / 1000.0,
                message(result),
                test ? result.failures() : null,
                response,
                target.compiled(result.uniqueId()),
                node != null && node.isRefable() ? node.relation().sql() : null);
    }

    private static boolean isTest(StepResult result) {
        return result.resource() instanceof UnitTest || (result.resource() instanceof Node node && !node.isRefable());
    }

    /// What was unchanged counts as what it was when it was made: a success.
    private static Status status(StepResult.Outcome outcome, boolean test) {
        return switch (outcome) {
            case SUCCESS -> Status.SUCCESS;
            case UNCHANGED -> test ? Status.PASS : Status.SUCCESS;
            case SKIPPED -> Status.SKIPPED;
            case ERROR -> Status.ERROR;
            case PASS -> Status.PASS;
            case WARN -> Status.WARN;
            case FAIL -> Status.FAIL;
        };
    }

    private static @Nullable String message(StepResult result) {
        if (!result.problems().isEmpty()) {
            return result.problems().stream().map(Problem::what).collect(Collectors.joining("\n"));
        }
        return result.outcome() == StepResult.Outcome.UNCHANGED ? "unchanged" : result.message();
    }
}
