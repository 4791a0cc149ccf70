package basin.app.build;

import basin.app.progress.Progress;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.engine.Cancellation;
import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.model.artifact.RunResult;
import basin.model.compile.Compiled;
import basin.model.graph.ProjectGraph;
import basin.model.project.Target;
import basin.run.build.Build;
import basin.run.build.BuildPlan;
import basin.run.build.BuildReport;
import basin.run.build.Fingerprints;
import basin.run.build.HookedBuild;
import basin.run.build.ModelProject;
import basin.run.build.PassedTests;
import basin.run.build.RunHooks;
import basin.run.build.Sessions;
import basin.run.build.Step;
import basin.run.build.StepResult;
import basin.run.owner.Ownership;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// One build of a workplace's dbt project, from reading it to its artifacts, with its progress on the
/// screen.
public final class ModelBuild {
    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private final Workplace workplace;
    private final BuildRequest request;
    private final Clock clock = Clock.systemUTC();
    private final ProjectCommand command;
    private final Leavings leavings = new Leavings();

    private ModelBuild(Workplace workplace, BuildRequest request) {
        this.workplace = workplace;
        this.request = request;
        this.command = new ProjectCommand(request.kind().word(), request.arguments());
    }

    /// Builds.
    ///
    /// @throws basin.core.problem.ProblemException if the project or the request is wrong, or another
    ///         process is writing; steps that fail are told in the result
    public static BuildResult run(Workplace workplace, BuildRequest request) {
        try (Ownership _ = workplace.own("basin " + request.kind().word());
                Progress progress = workplace.progress()) {
            return new ModelBuild(workplace, request).run(progress);
        }
    }

    private BuildResult run(Progress progress) {
        ModelProject project = command.read(workplace, request.project(), progress);
        ProjectGraph graph = project.graph();
        Set<String> selected = selected(graph);
        if (selected.isEmpty() && request.only() == null) {
            request.selection().nothing(graph).forEach(progress::say);
        }
        BuildPlan plan = BuildPlan.of(graph, selected, request.kind().types());
        Path state = workplace.reading().project().settings().state();
        TargetFolder target = new TargetFolder(graph.tree().root());
        PassedTests passed = PassedTests.in(state);
        BuildReport report;
        try (Journal journal = Journal.begin(
                state,
                request.arguments(),
                plan.steps().stream().map(Step::uniqueId).toList())) {
            report = run(project, plan, passed, target, journal, progress);
        }
        // Whoever was interrupted still leaves behind what was done.
        boolean interrupted = Thread.interrupted();
        leavings.write(passed::save);
        write(report, graph, target);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Problem> problems = FailedSteps.of(report, target);
        problems.addAll(leavings.problems());
        return new BuildResult(report, problems);
    }

    private Set<String> selected(ProjectGraph graph) {
        return request.only() == null ? request.selection().of(graph, workplace) : request.only();
    }

    private BuildReport run(
            ModelProject project,
            BuildPlan plan,
            PassedTests passed,
            TargetFolder folder,
            Journal journal,
            Progress progress) {
        Target target = project.graph().tree().target();
        Workspace workspace = workplace.workspace(target.database(), target.schema());
        Cancellation cancellation = new Cancellation();
        QueryOptions options = QueryOptions.usual().withTimeout(NO_LIMIT).withCancellation(cancellation);
        Sessions sessions = new Sessions(
                project,
                workspace,
                new Fingerprints(project, workspace, passed, request.build().force),
                options,
                clock);
        BuildLines lines =
                new BuildLines(progress, workplace.terminal().err(), ZoneId.systemDefault(), workplace.isVerbose());
        Build build = new Build(
                plan, step -> recorded(sessions.run(step), folder, journal), lines, clock, request.build().failFast);
        workplace.interruption().onInterrupt(() -> {
            build.stop();
            cancellation.cancel();
        });
        int threads = request.build().threads;
        RunHooks hooks = new RunHooks(project, workspace, options, clock);
        return new HookedBuild(workspace, hooks, plan, build).run(threads > 0 ? threads : target.threads());
    }

    private StepResult recorded(StepResult result, TargetFolder folder, Journal journal) {
        Compiled sql = result.compiled();
        if (sql != null) {
            leavings.write(() -> folder.write(sql));
        }
        leavings.write(() -> journal.ended(
                result.uniqueId(), StepRecord.of(result, folder).status().word()));
        return result;
    }

    private void write(BuildReport report, ProjectGraph graph, TargetFolder target) {
        List<RunResult> results = report.results().stream()
                .map(result -> StepRecord.of(result, target))
                .toList();
        leavings.write(() -> target.writeResults(results, report.took(), request.arguments(), command.artifact()));
        leavings.write(() -> target.writeManifest(graph, command.artifact()));
    }
}
