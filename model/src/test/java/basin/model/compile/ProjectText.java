package basin.model.compile;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import basin.core.settings.Environment;
import basin.model.adapter.Adapter;
import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.context.GraphView;
import basin.model.context.Invocation;
import basin.model.context.Messages;
import basin.model.context.ProjectContext;
import basin.model.context.Referents;
import basin.model.macro.MacroFiles;
import basin.model.macro.MacroLibrary;
import basin.model.project.DbtProject;
import basin.model.project.MacroFile;
import basin.model.project.ProjectTree;
import basin.model.project.ResourcePaths;
import basin.model.project.Target;
import basin.model.resource.Captured;
import basin.model.resource.Code;
import basin.model.resource.Dependencies;
import basin.model.resource.Documentation;
import basin.model.resource.Draft;
import basin.model.resource.Identity;
import basin.model.resource.Kind;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.RelationName;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A project `shop` that is written in a test, with a package `helpers`: models and macros by their text.
final class ProjectText implements Referents {
    private final List<MacroFile> macros = new ArrayList<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> vars = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> options = new LinkedHashMap<>();
    private final List<DbtProject.Dispatch> dispatch = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private @Nullable Compiler compiler;

    ProjectText macro(String text) {
        return macro("shop", text);
    }

    ProjectText macro(String packageName, String text) {
        String path = "macros/m" + macros.size() + ".sql";
        macros.add(new MacroFile(packageName, path, Path.of(path), text));
        return this;
    }

    ProjectText model(String name, String text) {
        return draft(
                name, new Model(null, null, Model.Access.PROTECTED, null, null, List.of(), Map.of()), text, Map.of());
    }

    ProjectText draft(String name, Kind kind, String text, Map<String, @Nullable Object> config) {
        String id = kind.type().word() + ".shop." + name;
        String path = "models/" + name + ".sql";
        drafts.put(
                name,
                new Draft(
                        new Identity(
                                kind.type(),
                                id,
                                "shop",
                                name,
                                List.of("shop", name),
                                name + ".sql",
                                path,
                                new Place.InFile(Path.of(path), 1, 0)),
                        kind,
                        Code.sql(text, 1),
                        Documentation.NONE,
                        new Config(config)));
        return this;
    }

    ProjectText source(String name, String table) {
        String id = "source.shop." + name + "." + table;
        Identity identity = new Identity(
                ResourceType.SOURCE,
                id,
                "shop",
                table,
                List.of("shop", name, table),
                "sources.yml",
                "models/sources.yml",
                new Place.InFile(Path.of("models/sources.yml"), 1, 0));
        sources.put(
                name + "." + table,
                new Source(
                        identity,
                        name,
                        "",
                        Map.of(),
                        Documentation.NONE,
                        Config.EMPTY,
                        new RelationName("dev", name, table, RelationName.Quoting.ALL),
                        "",
                        null,
                        null,
                        null,
                        null));
        return this;
    }

    ProjectText var(String name, @Nullable Object value) {
        vars.put(name, value);
        return this;
    }

    ProjectText option(String name, @Nullable Object value) {
        options.put(name, value);
        return this;
    }

    ProjectText searching(String namespace, String... order) {
        dispatch.add(new DbtProject.Dispatch(namespace, List.of(order)));
        return this;
    }

    /// What templates said, in order.
    List<String> said() {
        return said;
    }

    /// The project's compiler; what the project consists of is final from now on.
    Compiler compiler() {
        Compiler made = compiler;
        if (made == null) {
            Problems problems = new Problems();
            ProjectTree tree = new ProjectTree(
                    project("shop"),
                    Map.of("helpers", project("helpers")),
                    Target.withoutProfile("shop"),
                    vars,
                    new Environment(Map.of("TOWN", "Bremen")));
            MacroLibrary library = MacroLibrary.read(tree, macros, new MacroFiles(), problems);
            problems.throwIfAny();
            made = new Compiler(
                    new ProjectContext(
                            tree,
                            Invocation.of("an-id", Instant.parse("2026-01-02T03:04:05Z"), "run", options),
                            library,
                            new GraphView(this::resources),
                            new Spoken()),
                    Map.of());
            compiler = made;
        }
        return made;
    }

    /// What the first reading of a model finds.
    Captured captured(String name) {
        return compiler().capture(draft(name));
    }

    Node node(String name) {
        return nodes.computeIfAbsent(name, _ -> {
            Draft draft = draft(name);
            Captured captured = compiler().capture(draft);
            Config config = draft.config();
            for (Map<String, @Nullable Object> call : captured.configCalls()) {
                config = Layers.over(config, call);
            }
            return new Node(
                    draft.identity(),
                    draft.kind(),
                    draft.code(),
                    draft.documentation(),
                    config,
                    compiler().relation(draft, config),
                    new Dependencies(
                            captured.refs(), captured.sources(), captured.metrics(), List.of(), captured.macros()));
        });
    }

    /// A node's SQL, with line ends and blanks taken for one blank.
    String sql(String name, Adapter session) {
        return compiler()
                .compile(node(name), this, session)
                .sql()
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public Node ref(String packageName, RefCall call) {
        if (!drafts.containsKey(call.name())) {
            throw new ProblemException(Problem.wrong("there is no model '" + call.name() + "'", call.place()));
        }
        return node(call.name());
    }

    @Override
    public Source source(String packageName, SourceCall call) {
        Source found = sources.get(call.source() + "." + call.table());
        if (found == null) {
            throw new ProblemException(Problem.wrong("there is no source '" + call.table() + "'", call.place()));
        }
        return found;
    }

    @Override
    public Collection<? extends Resource> resources() {
        List<Resource> all = new ArrayList<>(sources.values());
        List.copyOf(drafts.keySet()).forEach(name -> all.add(node(name)));
        return all;
    }

    private Draft draft(String name) {
        Draft draft = drafts.get(name);
        if (draft == null) {
            throw new IllegalArgumentException("the test has no " + name);
        }
        return draft;
    }

    private DbtProject project(String name) {
        List<String> none = List.of();
        return new DbtProject(
                name,
                Path.of("/projects", name),
                Path.of(""),
                "1.0.0",
                null,
                new ResourcePaths(none, none, none, none, none, none, none),
                Map.of(),
                dispatch,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of(),
                false,
                "dbt_packages",
                "target",
                none);
    }

    private final class Spoken implements Messages {
        @Override
        public void log(String text, boolean info) {
            said.add("log " + text);
        }

        @Override
        public void print(String text) {
            said.add("print " + text);
        }

        @Override
        public void warn(String text) {
            said.add("warn " + text);
        }
    }
}
