package basin.model.context;

import basin.model.macro.MacroLibrary;
import basin.model.project.ProjectTree;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What all renderings of one invocation share. May be used from several threads.
public final class ProjectContext {
    private final ProjectTree tree;
    private final Invocation invocation;
    private final MacroLibrary macros;
    private final GraphView graph;
    private final Messages messages;
    private final TargetView target;
    private final Map<String, @Nullable Object> flags;
    private final Map<String, Map<String, @Nullable Object>> variables = new ConcurrentHashMap<>();

    /// @param macros of the project, its packages and Basin
    /// @param graph what `graph` shows
    public ProjectContext(
            ProjectTree tree, Invocation invocation, MacroLibrary macros, GraphView graph, Messages messages) {
        this.tree = tree;
        this.invocation = invocation;
        this.macros = macros;
        this.graph = graph;
        this.messages = messages;
        this.target = new TargetView(tree.target());
        this.flags = invocation.flags();
    }

    public ProjectTree tree() {
        return tree;
    }

    public MacroLibrary macros() {
        return macros;
    }

    public Invocation invocation() {
        return invocation;
    }

    GraphView graph() {
        return graph;
    }

    Messages messages() {
        return messages;
    }

    TargetView target() {
        return target;
    }

    Map<String, @Nullable Object> flags() {
        return flags;
    }

    /// The variables that code of a package sees.
    Map<String, @Nullable Object> variables(String packageName) {
        return variables.computeIfAbsent(packageName, tree::vars);
    }
}
