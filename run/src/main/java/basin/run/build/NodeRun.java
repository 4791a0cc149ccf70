package basin.run.build;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.stream.TableName;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import basin.lake.Relation;
import basin.model.compile.Compiled;
import basin.model.compile.Compiler;
import basin.model.compile.Contract;
import basin.model.compile.HookStatement;
import basin.model.compile.Materialized;
import basin.model.context.Batch;
import basin.model.context.Referents;
import basin.model.macro.MacroDefinition;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.Seed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes what a node makes: a view, a table, or whatever its materialization's macro does.
///
/// Views, tables, incremental models and seeds are made by the lake itself, each in one commit that also notes what it
/// was made of; what a project has written its own materialization for is done by that. For one thread.
final class NodeRun {
    /// The package of the macros that Basin brings along.
    static final String BUILT_IN = "dbt";

    private static final List<String> USUAL = List.of("view", "table", "incremental", "ephemeral");

    private final ModelProject project;
    private final Workspace workspace;
    private final WorkspaceSession session;
    private final WorkspaceAdapter adapter;
    private @Nullable Compiled last;

    NodeRun(ModelProject project, Workspace workspace, WorkspaceSession session) {
        this.project = project;
        this.workspace = workspace;
        this.session = session;
        this.adapter = new WorkspaceAdapter(
                workspace, () -> session, project.graph().tree().target().database());
    }

    /// What was made.
    ///
    /// @param rows how many rows were written; -1 where that is not known, or none are
    record Made(
            @Nullable Compiled compiled,
            long rows,
            @Nullable Materialized byMacro) {}

    /// @param notes written with what is made, where the lake makes it
    /// @throws ProblemException if it cannot be made; what was there before then still is
    Made run(Node node, Map<String, String> notes) {
        return node.kind() instanceof Seed seed ? seed(node, seed, notes) : model(node, notes);
    }

    /// A node's template as SQL.
    Compiled compile(Node node) {
        Compiled compiled = compiler().compile(node, referents(), adapter);
        last = compiled;
        return compiled;
    }

    /// What was compiled last, whatever became of it; null before anything was.
    @Nullable
    Compiled lastCompiled() {
        return last;
    }

    private Made model(Node node, Map<String, String> notes) {
        Compiled compiled = compile(node);
        Contract.check(compiled, adapter);
        MacroDefinition macro = project.library().materialization(node.materialized());
        if (macro == null) {
            throw new ProblemException(Problem.wrong(
                            "unknown materialization '" + node.materialized() + "' of '" + node.name() + "'",
                            node.identity().place())
                    .advise(Objects.requireNonNullElse(
                            Suggestion.didYouMean(node.materialized(), USUAL),
                            "use " + String.join(", ", USUAL) + ", or write a materialization of that name")));
        }
        if (macro.packageName().equals(BUILT_IN)) {
            switch (node.materialized()) {
                case "view" -> {
                    return made(compiled, () -> view(compiled, notes));
                }
                case "table" -> {
                    return made(compiled, () -> table(compiled, notes));
                }
                case "incremental" -> {
                    if (node.config().text("incremental_strategy", "").equals("microbatch")) {
                        return microbatch(compiled, notes);
                    }
                    if (isLakes(compiled)) {
                        return made(compiled, () -> incremental(compiled, notes));
                    }
                }
                default -> {}
            }
        }
        return byMacro(macro, compiled, notes);
    }

    private Made byMacro(MacroDefinition macro, Compiled compiled, Map<String, String> notes) {
        Materialized done = traced(compiled, () -> compiler().materialize(macro, compiled, referents(), adapter, null));
        for (basin.model.adapter.Relation made : done.relations()) {
            if (WorkspaceAdapter.isLasting(made)
                    && workspace.relation(WorkspaceAdapter.name(made)).isPresent()) {
                workspace.note(WorkspaceAdapter.name(made), notes);
            }
        }
        return new Made(compiled, done.main() == null ? -1 : done.main().rows(), done);
    }

    /// Work of the lake between a node's hooks.
    private Made made(Compiled compiled, Work work) {
        run(compiler().hooks("pre_hook", compiled, referents(), adapter));
        String header = compiled.node().config().text("sql_header", "").strip();
        if (!header.isEmpty()) {
            session.execute(header);
        }
        long rows = traced(compiled, work::run);
        compiler().persistDocs(compiled, referents(), adapter);
        run(compiler().hooks("post_hook", compiled, referents(), adapter));
        return new Made(compiled, rows, null);
    }

    private void run(List<HookStatement> hooks) {
        hooks.forEach(hook -> session.execute(hook.sql()));
    }

    private long view(Compiled compiled, Map<String, String> notes) {
        session.createView(name(compiled.node()), compiled.sql(), notes);
        return -1;
    }

    private long table(Compiled compiled, Map<String, String> notes) {
        return session.replace(name(compiled.node()), compiled.sql(), notes);
    }

    private long incremental(Compiled compiled, Map<String, String> notes) {
        Node node = compiled.node();
        TableName name = name(node);
        boolean there = workspace
                .relation(name)
                .filter(relation -> relation.kind() == Relation.Kind.TABLE)
                .isPresent();
        return there && !fullRefresh(node)
                ? new Incremental(session, node, name).extend(compiled.sql(), notes)
                : session.replace(name, compiled.sql(), notes);
    }

    /// Each stretch of time is one commit, so that a run that ends early has done those before it.
    private Made microbatch(Compiled whole, Map<String, String> notes) {
        Node node = whole.node();
        String time = node.config().text("event_time");
        if (time == null) {
            throw new ProblemException(Problem.wrong(
                            "the microbatch model '" + node.name() + "' does not say which column tells the time",
                            node.identity().place())
                    .advise("add event_time to its config"));
        }
        TableName name = name(node);
        boolean anew = workspace.relation(name).isEmpty() || fullRefresh(node);
        Map<String, @Nullable Object> options = project.invocation().options();
        List<Batch> batches = new Batches(node)
                .of(
                        anew,
                        text(options.get("event_time_start")),
                        text(options.get("event_time_end")),
                        project.invocation().startedAt());
        run(compiler().hooks("pre_hook", whole, referents(), adapter));
        long rows = 0;
        for (Batch batch : batches) {
            boolean first = anew && batch.equals(batches.getFirst());
            Map<String, String> noted = batch.equals(batches.getLast()) ? notes : Map.of();
            Compiled compiled = compiler().compile(node, referents(), adapter, batch);
            rows += traced(
                    compiled,
                    () -> first
                            ? session.replace(name, compiled.sql(), noted)
                            : session.replaceWhere(name, compiled.sql(), batch.condition(time), noted));
        }
        compiler().persistDocs(whole, referents(), adapter);
        run(compiler().hooks("post_hook", whole, referents(), adapter));
        return new Made(whole, rows, null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private boolean fullRefresh(Node node) {
        return node.config().flag("full_refresh", project.invocation().option("full_refresh"));
    }

    /// Whether the lake can do what an incremental model asks for: a strategy that it knows, by keys that are columns.
    private boolean isLakes(Compiled compiled) {
        Node node = compiled.node();
        String strategy = node.config().text("incremental_strategy", "default");
        String macro = "get_incremental_" + strategy.replace('+', '_') + "_sql";
        String root = node.packageName();
        MacroDefinition own = project.library().resolve(root, macro);
        boolean replaced = own != null && !own.packageName().equals(BUILT_IN);
        return !replaced
                && Incremental.STRATEGIES.contains(strategy)
                && node.config().texts("unique_key").stream().allMatch(key -> key.matches("\"[^\"]+\"|\\w+"));
    }

    private Made seed(Node node, Seed seed, Map<String, String> notes) {
        Path file = seed.file();
        Map<String, String> types = new HashMap<>();
        node.config().map("column_types").forEach((name, type) -> types.put(name, String.valueOf(type)));
        String delimiter = node.config().text("delimiter", ",");
        if (delimiter.length() != 1) {
            throw new ProblemException(Problem.wrong(
                            "the delimiter of a seed is one character, not '" + delimiter + "'",
                            node.identity().place())
                    .advise("write it as delimiter: ';'"));
        }
        List<String> names = SeedHeader.of(file, node.identity().place().file(), delimiter.charAt(0));
        String rows = new SeedQuery(session, file, names, delimiter.charAt(0)).sql(types);
        Compiled compiled = new Compiled(node, "", List.of(), "");
        run(compiler().hooks("pre_hook", compiled, referents(), adapter));
        long written = session.replace(name(node), rows, notes);
        compiler().persistDocs(compiled, referents(), adapter);
        run(compiler().hooks("post_hook", compiled, referents(), adapter));
        return new Made(null, written, null);
    }

    static TableName name(Node node) {
        RelationName relation = node.relation();
        return new TableName(relation.schema(), relation.identifier());
    }

    @FunctionalInterface
    private interface Work {
        long run();
    }

    @FunctionalInterface
    interface Traced<T> {
        T run();
    }

    /// Work whose problems with a statement are told at the line of the model that it comes from.
    static <T> T traced(Compiled compiled, Traced<T> work) {
        try {
            return work.run();
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.problems().stream().map(problem -> at(compiled, problem)).toList());
        }
    }

    private static Problem at(Compiled compiled, Problem problem) {
        if (problem.place() instanceof Place.InStatement statement) {
            Place.InFile origin = compiled.origin(statement);
            return problem.at(
                    origin == null
                            ? new Place.InFile(
                                    compiled.node().identity().place().file())
                            : origin);
        }
        return problem;
    }

    WorkspaceAdapter adapter() {
        return adapter;
    }

    private Compiler compiler() {
        return project.compiler();
    }

    private Referents referents() {
        return project.referents();
    }
}
