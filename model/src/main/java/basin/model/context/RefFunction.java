package basin.model.context;

import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.model.host.Given;
import basin.model.host.Members;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `ref` in templates. Some packages reach through it for what dbt knows of the project: `builtins.ref.config`.
record RefFunction(NodeContext context) implements Callable, HasAttributes {
    private static final Members<RefFunction> MEMBERS = new Members<RefFunction>()
            .method("ref(*names, v=..., version=...)", (function, given) -> function.relation(given))
            .property("config", function -> new RuntimeView(function.context.project()))
            .property("model", function -> function.context.dictionary());

    @Override
    public @Nullable Object call(Arguments arguments) {
        return MEMBERS.of(this, "ref") instanceof Callable function ? function.call(arguments) : null;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    @Override
    public String toString() {
        return "<function ref>";
    }

    private Object relation(Given given) {
        return context.inputs().ref(Names.ref(context, given));
    }

    /// What dbt calls the runtime configuration.
    private record RuntimeView(ProjectContext project) implements HasAttributes {
        @Override
        public @Nullable Object attribute(String name) {
            ProjectTree tree = project.tree();
            return switch (name) {
                case "project_name" -> tree.root().name();
                case "version" -> tree.root().version();
                case "project_root" -> tree.root().folder().toString();
                case "target_name" -> tree.target().name();
                case "profile_name" -> tree.target().profile();
                case "threads" -> (long) tree.target().threads();
                case "args" -> project.invocation().arguments();
                case "dependencies" -> dependencies(tree);
                default -> Absent.ABSENT;
            };
        }

        private static Map<String, @Nullable Object> dependencies(ProjectTree tree) {
            Map<String, @Nullable Object> dependencies = new LinkedHashMap<>();
            dependencies.put(tree.root().name(), view(tree.root()));
            tree.packages().forEach((name, project) -> dependencies.put(name, view(project)));
            return dependencies;
        }

        private static Map<String, @Nullable Object> view(DbtProject project) {
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put("project_name", project.name());
            view.put("version", project.version());
            view.put("project_root", project.folder().toString());
            return view;
        }
    }
}
