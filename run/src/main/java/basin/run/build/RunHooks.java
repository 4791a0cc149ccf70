package basin.run.build;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import basin.model.compile.Compiled;
import basin.model.dictionary.ObjectDictionary;
import basin.model.dictionary.ResourceDictionary;
import basin.model.resource.Hook;
import basin.model.resource.Node;
import basin.run.build.StepResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Runs the statements that a project and its packages want run before everything else, or after it: those of packages
/// first, each package's in their order.
public final class RunHooks {
    private final ModelProject project;
    private final Workspace workspace;
    private final QueryOptions options;
    private final Clock clock;

    /// @param options the time and the memory that each hook may take
    public RunHooks(ModelProject project, Workspace workspace, QueryOptions options, Clock clock) {
        this.project = project;
        this.workspace = workspace;
        this.options = options;
        this.clock = clock;
    }

    /// Before everything else.
    ///
    /// @return one result for each hook; the last of them failed if any did, and none was run after it
    public List<StepResult> before(BuildPlan plan) {
        return run(Hook.Moment.ON_RUN_START, names(plan, List.of()));
    }

    /// After everything else, whatever became of it.
    ///
    /// @return as for [#before]
    public List<StepResult> after(BuildPlan plan, List<StepResult> results) {
        return run(Hook.Moment.ON_RUN_END, names(plan, results));
    }

    private List<StepResult> run(Hook.Moment moment, Map<String, @Nullable Object> names) {
        List<StepResult> results = new ArrayList<>();
        for (Node hook : hooks(moment)) {
            StepResult result = run(hook, names);
            results.add(result);
            if (!result.outcome().isGood()) {
                break;
            }
        }
        return results;
    }

    private List<Node> hooks(Hook.Moment moment) {
        String root = project.graph().tree().root().name();
        return project.graph().nodes().stream()
                .filter(node -> node.kind() instanceof Hook hook && hook.moment() == moment)
                .sorted(Comparator.comparing((Node node) -> node.packageName().equals(root))
                        .thenComparing(Node::packageName)
                        .thenComparing(node -> node.kind() instanceof Hook hook ? hook.index() : 0))
                .toList();
    }

    private StepResult run(Node hook, Map<String, @Nullable Object> names) {
        Instant start = clock.instant();
        try (WorkspaceSession session = workspace.session(options)) {
            WorkspaceAdapter adapter = new WorkspaceAdapter(
                    workspace, () -> session, project.graph().tree().target().database());
            Compiled compiled = project.compiler().compileHook(hook, project.referents(), adapter, names);
            if (!compiled.sql().isBlank()) {
                NodeRun.traced(compiled, () -> session.execute(compiled.sql()));
            }
            return result(hook, Outcome.SUCCESS, start, compiled, List.of());
        } catch (ProblemException e) {
            return result(hook, Outcome.ERROR, start, null, e.problems());
        }
    }

    private StepResult result(
            Node hook, Outcome outcome, Instant start, @Nullable Compiled compiled, List<Problem> problems) {
        return new StepResult(
                hook,
                outcome,
                start,
                Duration.between(start, clock.instant()),
                Thread.currentThread().getName(),
                -1,
                0,
                null,
                compiled,
                problems);
    }

    /// `results`, `schemas` and `database_schemas`, as templates know them.
    private static Map<String, @Nullable Object> names(BuildPlan plan, List<StepResult> results) {
        Set<String> schemas = new TreeSet<>();
        Set<List<String>> databaseSchemas = new LinkedHashSet<>();
        for (Step step : plan.steps()) {
            if (step.resource() instanceof Node node) {
                schemas.add(node.relation().schema());
                databaseSchemas.add(List.of(
                        node.relation().database() == null
                                ? ""
                                : node.relation().database(),
                        node.relation().schema()));
            }
        }
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        names.put("schemas", new ArrayList<>(schemas));
        names.put("database_schemas", new ArrayList<>(databaseSchemas));
        List<ObjectDictionary> told = new ArrayList<>();
        results.forEach(result -> told.add(told(result)));
        names.put("results", told);
        return names;
    }

    private static ObjectDictionary told(StepResult result) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("status", status(result.outcome()));
        told.put("unique_id", result.uniqueId());
        told.put("node", node(result));
        told.put("thread_id", result.thread());
        told.put("execution_time", result.took().toMillis() / 1000.0);
        told.put("adapter_response", Map.of("_message", "OK", "rows_affected", result.rows()));
        told.put(
                "message",
                result.problems().isEmpty()
                        ? result.message()
                        : result.problems().getFirst().what());
        told.put("failures", result.failures());
        Instant end = result.startedAt().plus(result.took());
        told.put(
                "timing",
                List.of(timing("compile", result.startedAt(), end), timing("execute", result.startedAt(), end)));
        return new ObjectDictionary(told);
    }

    private static ObjectDictionary node(StepResult result) {
        ObjectDictionary node = new ObjectDictionary(ResourceDictionary.of(result.resource()));
        if (result.compiled() != null) {
            node.put("compiled", true);
            node.put("compiled_code", result.compiled().sql());
        }
        return node;
    }

    private static ObjectDictionary timing(String name, Instant start, Instant end) {
        return new ObjectDictionary(
                Map.of("name", name, "started_at", start.toString(), "completed_at", end.toString()));
    }

    private static String status(Outcome outcome) {
        return outcome == Outcome.UNCHANGED ? "success" : outcome.name().toLowerCase(Locale.ROOT);
    }
}
