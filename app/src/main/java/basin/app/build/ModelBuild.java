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
import basin.model.resource.Resource;
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
    private final ProjectCommand command;
    private final Progress progress;
    private final ModelProject project;
    private final Workspace workspace;
    private final BuildPlan plan;
    private final TargetFolder folder;
    private final PassedTests passed;
    private final Leavings leavings = new Leavings();
    private final Clock clock = Clock.systemUTC();

    private ModelBuild(Workplace workplace, BuildRequest request, Progress progress) {
        this.workplace = workplace;
        this.request = request;
        this.progress = progress;
        this.command = new ProjectCommand(request.kind().word(), request.arguments());
        ModelProject read = command.read(workplace, request.project(), progress);
        ProjectGraph graph = read.graph();
        Set<String> selected = selected(graph);
        read.invocation().selected().choose(selected);
        this.workspace = workplace.workspace(graph.tree());
        this.project = request.selection().state().deferring(read, selected, workspace, workplace);
        this.plan = BuildPlan.of(graph, selected, request.kind().types());
        this.folder = request.project().target(graph.tree().root());
        this.passed = PassedTests.in(state());
    }

    /// Builds.
    ///
    /// @throws basin.core.problem.ProblemException if the project or the request is wrong, or another
    ///         process is writing; steps that fail are told in the result
    public static BuildResult run(Workplace workplace, BuildRequest request) {
        request.build().check();
        try (Ownership _ = workplace.own("basin " + request.kind().word());
                Progress progress = workplace.progress()) {
            return new ModelBuild(workplace, request, progress).run();
        }
    }

    private BuildResult run() {
        BuildReport report;
        try (Journal journal = Journal.begin(
                state(),
                request.arguments(),
                plan.steps().stream().map(Step::uniqueId).toList())) {
            report = run(journal);
        }
        // Whoever was interrupted still leaves behind what was done.
        boolean interrupted = Thread.interrupted();
        leavings.write(passed::save);
        write(report);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Problem> problems = FailedSteps.of(report, folder);
        problems.addAll(leavings.problems());
        return new BuildResult(report, problems);
    }

    /// The unique ids of what is to be done.
    private Set<String> selected(ProjectGraph graph) {
        if (request.only() != null) {
            return request.only();
        }
        Set<String> selected = request.selection().of(graph, workplace);
        if (selected.isEmpty()) {
            request.selection().nothing(graph).forEach(progress::say);
        }
        selected.removeIf(id -> {
            Resource resource = graph.find(id);
            return resource == null || !request.kind().types().contains(resource.type());
        });
        return selected;
    }

    private BuildReport run(Journal journal) {
        Cancellation cancellation = new Cancellation();
        QueryOptions options = QueryOptions.usual().withTimeout(NO_LIMIT).withCancellation(cancellation);
        Fingerprints fingerprints = new Fingerprints(project, workspace, passed, request.build().force);
        Sessions sessions = new Sessions(project, workspace, fingerprints, options, clock);
        BuildLines lines = new BuildLines(
                progress, workplace.terminal().err(), clock, ZoneId.systemDefault(), workplace.isVerbose());
        Build build =
                new Build(plan, step -> recorded(sessions.run(step), journal), lines, clock, request.build().failFast);
        workplace.interruption().onInterrupt(() -> {
            build.stop();
            cancellation.cancel();
        });
        RunHooks hooks = new RunHooks(project, workspace, options, clock);
        int threads = request.build().threads;
        return new HookedBuild(workspace, hooks, plan, build)
                .run(threads > 0 ? threads : project.graph().tree().target().threads());
    }

    private StepResult recorded(StepResult result, Journal journal) {
        Compiled sql = result.compiled();
        if (sql != null) {
            leavings.write(() -> folder.write(sql));
        }
        leavings.write(() -> journal.ended(
                result.uniqueId(), StepRecord.of(result, folder).status().word()));
        return result;
    }

    private void write(BuildReport report) {
        List<RunResult> results = report.results().stream()
                .map(result -> StepRecord.of(result, folder))
                .toList();
        leavings.write(() -> folder.writeResults(results, report.took(), request.arguments(), command.artifact()));
        leavings.write(() -> folder.writeManifest(project.graph(), command.artifact()));
    }

    /// The project's state folder.
    private Path state() {
        return workplace.reading().project().settings().state();
    }
}
