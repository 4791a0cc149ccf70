package basin.run.build;

import basin.engine.workspace.Workspace;
import basin.run.build.StepResult.Outcome;
import java.util.ArrayList;
import java.util.List;

/// A build between what the project wants run before and after everything else. Where something of the
/// former fails, no step begins; the latter runs whatever became of the steps. A plan without steps has
/// no hooks either. Before all of that goes what an earlier build has left that was killed.
public final class HookedBuild {
    private final Workspace workspace;
    private final RunHooks hooks;
    private final BuildPlan plan;
    private final Build build;

    public HookedBuild(Workspace workspace, RunHooks hooks, BuildPlan plan, Build build) {
        this.workspace = workspace;
        this.hooks = hooks;
        this.plan = plan;
        this.build = build;
    }

    /// Runs all of it. To be called once, as [Build#run].
    ///
    /// @param threads how many steps may run at once, at least 1
    public BuildReport run(int threads) {
        if (plan.steps().isEmpty()) {
            return build.run(threads);
        }
        workspace.clearUp();
        List<StepResult> failed = failed(hooks.before(plan));
        if (!failed.isEmpty()) {
            build.stop();
        }
        BuildReport report = build.run(threads);
        List<StepResult> results = new ArrayList<>(failed);
        results.addAll(report.results());
        results.addAll(failed(hooks.after(plan, report.results())));
        return new BuildReport(results, report.startedAt(), report.took());
    }

    private static List<StepResult> failed(List<StepResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.ERROR)
                .toList();
    }
}
