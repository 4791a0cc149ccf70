package basin.model.compile;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.jinja.Template;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.model.adapter.Adapter;
import basin.model.adapter.Relation;
import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.context.Batch;
import basin.model.context.NodeContext;
import basin.model.context.ProjectContext;
import basin.model.context.Referents;
import basin.model.graph.Templates;
import basin.model.macro.Language;
import basin.model.macro.MacroDefinition;
import basin.model.properties.MacroProperties;
import basin.model.resource.Captured;
import basin.model.resource.Code;
import basin.model.resource.Draft;
import basin.model.resource.GenericTest;
import basin.model.resource.Macro;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.Seed;
import basin.model.resource.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The compiler of one invocation. May be used by many threads at once; templates are parsed once.
public final class Compiler implements Templates {
    private final ProjectContext project;
    private final Map<String, MacroProperties> properties;
    private final RelationNaming naming;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(Code code, Template template) {}

    /// @param properties what YAML says of macros, by unique id
    public Compiler(ProjectContext project, Map<String, MacroProperties> properties) {
        this.project = project;
        this.properties = properties;
        this.naming = new RelationNaming(project);
    }

    @Override
    public Collection<Macro> macros() {
        return new MacroResources(project.macros(), properties).all();
    }

    @Override
    public Captured capture(Draft draft) {
        if (draft.kind() instanceof Seed) {
            return Captured.NOTHING;
        }
        Node node = naming.unnamed(draft, draft.config());
        NodeContext context = NodeContext.reading(project, node);
        try {
            body(node, context);
            hooks(node, context);
        } catch (JinjaException failure) {
            if (failure.kind() != JinjaException.Kind.UNDEFINED || isEnabled(draft, context.captured())) {
                throw mistake(failure, node);
            }
        }
        return context.captured();
    }

    @Override
    public RelationName relation(Draft draft, Config config) {
        return naming.of(draft, config);
    }

    /// Compiles a node for a database.
    ///
    /// @param session the database, which macros may ask; used by this thread alone
    /// @throws ProblemException if the template fails, or a statement that it runs
    public Compiled compile(Node node, Referents references, Adapter session) {
        return compile(node, references, session, null);
    }

    /// Compiles a node for a database and a stretch of time.
    ///
    /// @param batch of a microbatch model; null for all of the time
    /// @throws ProblemException if the template fails, or a statement that it runs
    public Compiled compile(Node node, Referents references, Adapter session, @Nullable Batch batch) {
        return compileOver(
                NodeContext.executing(project, node, references, session, Map.of(), batch), node, references, session);
    }

    /// Compiles a node over names that somebody has prepared.
    Compiled compileOver(NodeContext context, Node node, Referents references, Adapter session) {
        try {
            String body = body(node, context);
            Map<String, Compiled.Cte> ctes = new LinkedHashMap<>();
            for (Node ephemeral : context.ephemeral()) {
                Compiled inner = compile(ephemeral, references, session);
                inner.ctes().forEach(cte -> ctes.putIfAbsent(cte.uniqueId(), cte));
                ctes.putIfAbsent(
                        ephemeral.uniqueId(),
                        new Compiled.Cte(ephemeral.uniqueId(), NodeContext.cteName(ephemeral), inner.body()));
            }
            List<Compiled.Cte> ordered = List.copyOf(ctes.values());
            return new Compiled(node, body, ordered, CteInjection.into(body, ordered));
        } catch (JinjaException failure) {
            throw mistake(failure, node);
        }
    }

    /// Materializes a node by a macro.
    ///
    /// @param materialization as [basin.model.macro.MacroLibrary#materialization] finds it
    /// @throws ProblemException if the macro fails, or a statement that it runs
    public Materialized materialize(
            MacroDefinition materialization,
            Compiled compiled,
            Referents references,
            Adapter session,
            @Nullable Batch batch) {
        NodeContext context = context(compiled, references, session, batch);
        Object value;
        try {
            value = context.macros().callable(materialization).call(Arguments.none());
        } catch (JinjaException failure) {
            throw new Mistake(project.macros(), compiled.node(), compiled).of(failure);
        }
        List<Relation> relations = new ArrayList<>();
        if (value instanceof Map<?, ?> map && map.get("relations") instanceof Iterable<?> made) {
            made.forEach(each -> {
                if (each instanceof Relation relation) {
                    relations.add(relation);
                }
            });
        }
        return new Materialized(relations, context.result("main"), context.written());
    }

    /// The hooks of a node, rendered just before they run.
    ///
    /// @param setting `pre_hook` or `post_hook`
    /// @throws ProblemException if a template fails, or a statement that it runs
    public List<HookStatement> hooks(String setting, Compiled compiled, Referents references, Adapter session) {
        NodeContext context = context(compiled, references, session, null);
        List<HookStatement> statements = new ArrayList<>();
        try {
            for (Map<String, ?> hook : NodeContext.hooks(compiled.node().config(), setting)) {
                String sql = context.render(String.valueOf(hook.get("sql"))).strip();
                if (!sql.isEmpty()) {
                    statements.add(new HookStatement(sql, Boolean.TRUE.equals(hook.get("transaction"))));
                }
            }
        } catch (JinjaException failure) {
            throw mistake(failure, compiled.node());
        }
        return statements;
    }

    /// Writes the descriptions of a node beside what was made of it, where its configuration says so: by the macro
    /// `persist_docs`, which a project may replace.
    ///
    /// @throws ProblemException if the macro fails, or a statement that it runs
    public void persistDocs(Compiled compiled, Referents references, Adapter session) {
        Node node = compiled.node();
        if (!node.config().map("persist_docs").isEmpty()) {
            String kind = node.materialized().equals("view") ? "view" : "table";
            try {
                context(compiled, references, session, null)
                        .render("{% do persist_docs(this.incorporate(type='" + kind + "'), model) %}");
            } catch (JinjaException failure) {
                throw mistake(failure, node);
            }
        }
    }

    /// Compiles one of the statements that a project runs before or after everything else.
    ///
    /// @param names what the template sees beside the usual, such as `results`
    /// @throws ProblemException if the template fails, or a statement that it runs
    public Compiled compileHook(Node hook, Referents references, Adapter session, Map<String, ?> names) {
        NodeContext context = NodeContext.executing(project, hook, references, session, Map.of(), null);
        names.forEach(context::put);
        return compileOver(context, hook, references, session);
    }

    /// Calls a macro over the names of a compiled node: what Basin's own materializations do to let a project
    /// replace a part of them.
    ///
    /// @return the macro's text, or the value of its `return`
    /// @throws ProblemException if there is no such macro, or it fails
    public @Nullable Object call(
            String macro, Arguments arguments, Compiled compiled, Referents references, Adapter session) {
        NodeContext context = context(compiled, references, session, null);
        return call(macro(context, macro, compiled.node()), arguments, compiled.node());
    }

    /// Calls a macro for its own sake, as `run-operation` does.
    ///
    /// @param macro `grant_select`, or `dbt_utils.log_info`
    /// @param arguments by name
    /// @return the macro's text, or the value of its `return`
    /// @throws ProblemException if there is no such macro, or it fails
    public @Nullable Object operation(
            String macro, Map<String, @Nullable Object> arguments, Referents references, Adapter session) {
        Node node = naming.operation(macro);
        NodeContext context = NodeContext.executing(project, node, references, session, Map.of(), null);
        return call(macro(context, macro, node), new Arguments(List.of(), arguments), node);
    }

    ProjectContext project() {
        return project;
    }

    private NodeContext context(Compiled compiled, Referents references, Adapter session, @Nullable Batch batch) {
        NodeContext context = NodeContext.executing(project, compiled.node(), references, session, Map.of(), batch);
        context.dictionary().put("compiled", true);
        context.dictionary().put("compiled_code", compiled.sql());
        return context;
    }

    Callable macro(NodeContext context, String name, Node node) {
        int dot = name.indexOf('.');
        Callable macro = dot < 0
                ? context.macros().find(name)
                : context.macros().find(name.substring(0, dot), name.substring(dot + 1));
        if (macro == null) {
            throw new ProblemException(Problem.wrong(
                            "there is no macro '" + name + "'", node.identity().place())
                    .advise(project.macros().suggest(name.substring(dot + 1))));
        }
        return macro;
    }

    @Nullable
    Object call(Callable macro, Arguments arguments, Node node) {
        try {
            return macro.call(arguments);
        } catch (JinjaException failure) {
            throw mistake(failure, node);
        }
    }

    /// The text of a node's template, or of the test macro that it calls.
    private String body(Node node, NodeContext context) {
        if (node.code().language() == Code.Language.PYTHON) {
            throw JinjaException.of("models in Python are not supported, only those in SQL");
        }
        if (node.kind() instanceof GenericTest test) {
            Arguments arguments = new Arguments(List.of(), TestArguments.of(test, context));
            return String.valueOf(macro(context, test.macro(), node).call(arguments));
        }
        return template(node).render(context);
    }

    private void hooks(Node node, NodeContext context) {
        Config config = node.config();
        for (Map<String, @Nullable Object> call : context.captured().configCalls()) {
            config = Layers.over(config, call);
        }
        for (String setting : List.of("pre_hook", "post_hook")) {
            for (Map<String, ?> hook : NodeContext.hooks(config, setting)) {
                context.render(String.valueOf(hook.get("sql")));
            }
        }
    }

    private Template template(Node node) {
        Parsed known = parsed.get(node.uniqueId());
        if (known != null && known.code().equals(node.code())) {
            return known.template();
        }
        String raw = node.code().raw();
        String text = raw.isBlank() && node.kind() instanceof Snapshot snapshot && snapshot.relation() != null
                ? "select * from {{ " + snapshot.relation() + " }}"
                : raw;
        String file = node.identity().place().file().toString().replace('\\', '/');
        Template template = Language.ENVIRONMENT.template(file, text);
        parsed.put(node.uniqueId(), new Parsed(node.code(), template));
        return template;
    }

    private static boolean isEnabled(Draft draft, Captured captured) {
        Config config = draft.config();
        for (Map<String, @Nullable Object> call : captured.configCalls()) {
            config = Layers.over(config, call);
        }
        return config.flag("enabled", true);
    }

    ProblemException mistake(JinjaException failure, Node node) {
        return new Mistake(project.macros(), node, null).of(failure);
    }
}
