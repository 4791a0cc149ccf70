package basin.app.build;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.model.artifact.Compiled;
import basin.run.build.BuildReport;
import basin.run.build.StepResult;
import basin.run.build.StepResult.Outcome;
import java.util.ArrayList;
import java.util.List;

/// What went wrong in a build, for people: each failure at its line, with the file that holds its SQL.
final class FailedSteps {
    private FailedSteps() {}

    /// The problems of all steps that failed, in the order in which they did.
    static List<Problem> of(BuildReport report, TargetFolder target) {
        List<Problem> problems = new ArrayList<>();
        for (StepResult result : report.results()) {
            if (result.outcome() == Outcome.FAIL) {
                problems.add(withSql(found(result), result, target));
            } else {
                result.problems().forEach(problem -> problems.add(withSql(problem, result, target)));
            }
        }
        return problems;
    }

    private static Problem found(StepResult result) {
        Place place = result.resource().identity().place();
        return Problem.failed("the test '" + result.resource().name() + "' has failed", place)
                .because(result.message());
    }

    private static Problem withSql(Problem problem, StepResult result, TargetFolder target) {
        Compiled sql = target.compiled(result.uniqueId());
        return sql == null || sql.path() == null || problem.remedy() != null
                ? problem
                : problem.advise("look into its SQL: " + sql.path());
    }
}
