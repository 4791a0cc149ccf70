package basin.run.build;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import basin.model.compile.Compiled;
import basin.model.resource.GenericTest;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.SingularTest;
import basin.model.resource.UnitTest;
import basin.run.build.StepResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs the steps of a build, each in a session of its own. For any number of threads.
public final class Sessions implements Build.StepRunner {
    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final ModelProject project;
    private final Workspace workspace;
    private final Fingerprints fingerprints;
    private final QueryOptions options;
    private final Clock clock;

    /// @param options the time and the memory that each step may take, and how to stop all of them
    public Sessions(
            ModelProject project, Workspace workspace, Fingerprints fingerprints, QueryOptions options, Clock clock) {
        this.project = project;
        this.workspace = workspace;
        this.fingerprints = fingerprints;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public StepResult run(Step step) {
        Instant start = clock.instant();
        try {
            String fingerprint = fingerprints.of(step.resource());
            if (fingerprints.isCurrent(step.resource(), fingerprint)) {
                return result(step, Outcome.UNCHANGED, start, -1, 0, null, null, List.of());
            }
            try (WorkspaceSession session = workspace.session(options)) {
                NodeRun nodes = new NodeRun(project, workspace, session);
                try {
                    return run(step, start, nodes, fingerprint);
                } catch (ProblemException e) {
                    return failed(step, start, nodes.lastCompiled(), e);
                }
            }
        } catch (ProblemException e) {
            return failed(step, start, null, e);
        }
    }

    private StepResult failed(Step step, Instant start, @Nullable Compiled compiled, ProblemException e) {
        return result(step, Outcome.ERROR, start, -1, 0, null, compiled, placed(e.problems(), step));
    }

    /// Problems that have no place are those of the step's file.
    private static List<Problem> placed(List<Problem> problems, Step step) {
        Place file = step.resource().identity().place();
        return problems.stream()
                .map(problem -> problem.place().equals(Place.NOWHERE) ? problem.at(file) : problem)
                .toList();
    }

    private StepResult run(Step step, Instant start, NodeRun nodes, String fingerprint) {
        Resource resource = step.resource();
        if (resource instanceof UnitTest test) {
            return tested(step, start, new TestRun(project, nodes).run(test), fingerprint);
        }
        if (!(resource instanceof Node node)) {
            throw new IllegalStateException("nothing can be run of " + resource.uniqueId());
        }
        if (node.kind() instanceof GenericTest || node.kind() instanceof SingularTest) {
            return tested(step, start, new TestRun(project, nodes).run(node), fingerprint);
        }
        NodeRun.Made made = nodes.run(node, fingerprints.notes(fingerprint));
        clearUp(node);
        return result(step, Outcome.SUCCESS, start, made.rows(), 0, null, made.compiled(), List.of());
    }

    /// What was made is there, whatever becomes of what it no longer needs: the next build tries again.
    private void clearUp(Node node) {
        try {
            workspace.upkeep(NodeRun.name(node), clock);
        } catch (ProblemException e) {
            LOG.log(System.Logger.Level.WARNING, "upkeep of " + node.uniqueId(), e);
        }
    }

    private StepResult tested(Step step, Instant start, TestRun.Verdict verdict, String fingerprint) {
        if (verdict.outcome() == Outcome.PASS) {
            fingerprints.passed(step.resource(), fingerprint);
        }
        return result(
                step,
                verdict.outcome(),
                start,
                -1,
                verdict.failures(),
                verdict.message(),
                verdict.compiled(),
                List.of());
    }

    private StepResult result(
            Step step,
            Outcome outcome,
            Instant start,
            long rows,
            long failures,
            @Nullable String message,
            @Nullable Compiled compiled,
            List<Problem> problems) {
        return new StepResult(
                step.resource(),
                outcome,
                start,
                Duration.between(start, clock.instant()),
                Thread.currentThread().getName(),
                rows,
                failures,
                message,
                compiled,
                problems);
    }
}
