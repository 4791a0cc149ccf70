package basin.model.context;

import basin.jinja.value.Callable;
import basin.jinja.value.Undefined;
import basin.jinja.value.UndefinedPolicy;
import basin.model.adapter.Adapter;
import basin.model.adapter.Relation;
import basin.model.adapter.Result;
import basin.model.adapter.Table;
import basin.model.config.Config;
import basin.model.dictionary.ConfigDictionary;
import basin.model.dictionary.ResourceDictionary;
import basin.model.macro.BoundMacros;
import basin.model.macro.Language;
import basin.model.macro.PackageMacros;
import basin.model.resource.Captured;
import basin.model.resource.Model;
import basin.model.resource.Node;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that the template of one node sees, as a mapping: `context` in templates. A name means what a
/// template has put into the mapping; else a macro; else a package; else one of [Names].
///
/// Values are made when they are asked for. For one rendering, on one thread.
public final class NodeContext extends AbstractMap<String, @Nullable Object> {
    private final ProjectContext project;
    private final Node node;
    private final Inputs inputs;
    private final Settings settings;
    private final Database database;
    private final BoundMacros macros;
    private final AdapterView adapter;
    private final Map<String, @Nullable Object> dictionary;
    private final Map<String, @Nullable Object> own = new HashMap<>();
    private final Map<String, StoredResult> results = new HashMap<>();
    private final Map<String, @Nullable Object> ownVariables = new HashMap<>();
    private final Map<String, @Nullable Object> ownEnvironment = new HashMap<>();
    private @Nullable String written;

    private NodeContext(
            ProjectContext project,
            Node node,
            Inputs inputs,
            Settings settings,
            Map<String, @Nullable Object> dictionary,
            Database database) {
        this.project = project;
        this.node = node;
        this.inputs = inputs;
        this.settings = settings;
        this.dictionary = dictionary;
        this.database = database;
        this.macros = project.macros().bind(node.packageName(), this);
        this.adapter = new AdapterView(project.tree().target().type(), database, macros, project.messages());
    }

    /// The names while the project is being read: `execute` is false, and what the template refers to is noted.
    ///
    /// @param node with its configuration so far; its relation stands for all relations
    public static NodeContext reading(ProjectContext project, Node node) {
        return new NodeContext(
                project,
                node,
                new CapturedInputs(Relations.of(node.relation())),
                new CapturedSettings(),
                ResourceDictionary.of(node),
                new Database(null));
    }

    /// The names while a node is compiled and run: `execute` is true.
    ///
    /// @param standIns the relations that replace resources, by unique id
    /// @param batch of a microbatch model; null for all of the time
    public static NodeContext executing(
            ProjectContext project,
            Node node,
            Referents references,
            Adapter session,
            Map<String, Relation> standIns,
            @Nullable Batch batch) {
        boolean tested = !(node.kind() instanceof Model);
        Map<String, @Nullable Object> dictionary = ResourceDictionary.of(node);
        if (batch != null) {
            dictionary.put("batch", batch.view());
        }
        return new NodeContext(
                project,
                node,
                new ResolvedInputs(
                        node.packageName(),
                        references,
                        tested ? new Narrowing(false, batch) : narrowing(project.invocation(), batch),
                        standIns),
                new FinalSettings(config(dictionary)),
                dictionary,
                new Database(session));
    }

    private static Narrowing narrowing(Invocation invocation, @Nullable Batch batch) {
        Batch sample = invocation.options().get(Sample.OPTION) instanceof String typed
                ? Sample.of(typed, invocation.startedAt())
                : null;
        return new Narrowing(invocation.option("empty"), Sample.within(sample, batch));
    }

    @SuppressWarnings("unchecked") // made by ResourceDictionary
    private static Map<String, @Nullable Object> config(Map<String, @Nullable Object> dictionary) {
        return dictionary.get("config") instanceof Map<?, ?> config
                ? (Map<String, @Nullable Object>) config
                : new LinkedHashMap<>();
    }

    /// What the template referred to; nothing where it was executed.
    public Captured captured() {
        return inputs instanceof CapturedInputs named && settings instanceof CapturedSettings configured
                ? new Captured(named.refs(), named.sources(), named.metrics(), configured.calls(), macros.called())
                : Captured.NOTHING;
    }

    /// The ephemeral models that the template read, in the order in which it named them.
    public Iterable<Node> ephemeral() {
        return inputs instanceof ResolvedInputs resolved ? resolved.ephemeral() : Set.of();
    }

    /// The result of the statement of that name; null if none has run.
    public @Nullable Result result(String name) {
        StoredResult stored = results.get(name);
        if (stored == null) {
            return null;
        }
        return stored.response() instanceof Response response
                ? new Result(response.message(), response.rowsAffected(), stored.table())
                : new Result(String.valueOf(stored.response()), -1, stored.table());
    }

    /// The text of the statement `main`, or whatever a template has written last; null if it has written
    /// nothing.
    public @Nullable String written() {
        return written;
    }

    /// The macros as the template sees them.
    public BoundMacros macros() {
        return macros;
    }

    /// The node's dictionary: `model` in templates.
    public Map<String, @Nullable Object> dictionary() {
        return dictionary;
    }

    /// Sets variables and environment variables for this rendering alone.
    public void override(Map<String, @Nullable Object> variables, Map<String, @Nullable Object> environment) {
        ownVariables.putAll(variables);
        ownEnvironment.putAll(environment);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        if (own.containsKey(name)) {
            return own.get(name);
        }
        Callable macro = macros.find(name);
        if (macro != null) {
            return macro;
        }
        return macros.hasPackage(name) ? new PackageMacros(name, macros) : Names.of(this, name);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name
                && (own.containsKey(name) || macros.find(name) != null || macros.hasPackage(name) || Names.has(name));
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        return own.put(name, value);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Set<String> names = new LinkedHashSet<>(Names.all());
        names.addAll(macros.names());
        names.addAll(own.keySet());
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        names.forEach(name -> entries.put(name, name.equals("context") ? "<context>" : get(name)));
        return entries.entrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "<context of " + node.uniqueId() + ">";
    }

    /// The variables that the template sees.
    Map<String, @Nullable Object> variables() {
        Map<String, @Nullable Object> all = project.variables(node.packageName());
        if (ownVariables.isEmpty()) {
            return all;
        }
        Map<String, @Nullable Object> seen = new LinkedHashMap<>(all);
        seen.putAll(ownVariables);
        return seen;
    }

    /// An environment variable that the template sees; null if it is not set.
    @Nullable
    String environment(String name) {
        Object own = ownEnvironment.get(name);
        return own == null ? project.tree().environment().get(name) : own.toString();
    }

    ProjectContext project() {
        return project;
    }

    Node node() {
        return node;
    }

    Inputs inputs() {
        return inputs;
    }

    Settings settings() {
        return settings;
    }

    boolean executes() {
        return database.isOpen();
    }

    AdapterView adapter() {
        return adapter;
    }

    /// The hooks of a node, not rendered: mappings of `sql` and `transaction`.
    ///
    /// @param setting `pre_hook` or `post_hook`
    public static List<Map<String, @Nullable Object>> hooks(Config config, String setting) {
        return ConfigDictionary.hooks(config.list(setting));
    }

    /// The name of an ephemeral model's common table expression.
    public static String cteName(Node node) {
        return ResolvedInputs.cteName(node);
    }

    /// A text as a template over these names.
    ///
    /// @throws basin.jinja.error.JinjaException if it fails
    public String render(String text) {
        return Language.ENVIRONMENT.template("<" + node.name() + ">", text).render(this);
    }

    void store(String name, @Nullable Object response, Table table) {
        results.put(name, new StoredResult(response, table));
    }

    /// The result of the statement of that name: null if none has run, and nothing at all where none runs.
    @Nullable
    Object load(String name) {
        StoredResult stored = results.get(name);
        return stored == null && !executes()
                ? Undefined.because(UndefinedPolicy.CHAINABLE, "no statement runs while a project is read")
                : stored;
    }

    void write(String text) {
        written = text;
    }
}
