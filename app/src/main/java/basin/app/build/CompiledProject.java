package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Figures;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.engine.QueryOptions;
import basin.engine.workspace.ColumnType;
import basin.engine.workspace.Workspace;
import basin.model.compile.Compiled;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Hook;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.Seed;
import basin.model.resource.Source;
import basin.run.build.Compilation;
import basin.run.build.ModelProject;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What templates have become.
///
/// @param nodes in the order in which they were compiled
/// @param folder where their SQL lies, relative to the project's; null if it was written nowhere
/// @param problems of those that could not be compiled
public record CompiledProject(
        List<Compiled> nodes, @Nullable String folder, List<Problem> problems) implements Answer {
    public CompiledProject {
        nodes = List.copyOf(nodes);
        problems = List.copyOf(problems);
    }

    /// Compiles what is selected into the target folder.
    ///
    /// @throws ProblemException if the project or the selection is wrong
    public static CompiledProject of(Workplace workplace, ProjectFlags flags, SelectionFlags selection) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        selection.putInto(arguments);
        ProjectCommand command = new ProjectCommand("compile", arguments);
        List<Compiled> compiled = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (Progress progress = workplace.progress()) {
            ModelProject project = command.read(workplace, flags, progress);
            TargetFolder folder = flags.target(project.graph().tree().root());
            Set<String> selected = selection.of(project.graph(), workplace);
            project.invocation().selected().choose(selected);
            try (Compilation compilation = open(workplace, project, selection.state(), selected)) {
                for (String id : project.graph().inOrder()) {
                    Node node = project.graph().node(id);
                    if (node != null && selected.contains(id) && isTemplate(node)) {
                        try {
                            Compiled one = compilation.compile(node);
                            folder.writeCompiled(one);
                            compiled.add(one);
                        } catch (ProblemException e) {
                            problems.addAll(e.problems());
                        }
                    }
                }
            }
            folder.writeManifest(project.graph(), command.artifact());
            return new CompiledProject(
                    compiled,
                    workplace
                            .folder()
                            .relativize(folder.path())
                            .resolve("compiled")
                            .toString(),
                    problems);
        }
    }

    /// Compiles a template that was typed.
    ///
    /// @throws ProblemException if the project or the template is wrong
    public static CompiledProject inline(Workplace workplace, ProjectFlags flags, String template) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        try (Progress progress = workplace.progress()) {
            ModelProject project = new ProjectCommand("compile", arguments).read(workplace, flags, progress);
            try (Compilation compilation = open(workplace, project)) {
                return new CompiledProject(List.of(compilation.compile(template)), null, List.of());
            }
        }
    }

    /// What compiles over the workplace's lake; to be closed by the caller.
    static Compilation open(Workplace workplace, ModelProject project) {
        return open(workplace, project, new StateFlags(), Set.of());
    }

    /// The same, where what is not selected may be read from an earlier state.
    static Compilation open(Workplace workplace, ModelProject project, StateFlags state, Set<String> selected) {
        Workspace workspace = workplace.workspace(project.graph().tree());
        return new Compilation(
                state.deferring(project, selected, workspace, workplace), workspace, QueryOptions.usual());
    }

    /// The names of the columns of a table that is there; none if it is not.
    ///
    /// @param id of a source, or of a node that makes it
    static List<String> columns(ProjectGraph graph, String id, Compilation compilation) {
        RelationName relation = switch (graph.find(id)) {
            case Source source -> source.relation();
            case Node node -> node.relation();
            case null, default -> null;
        };
        return relation == null
                ? List.of()
                : compilation.columns(relation).stream().map(ColumnType::name).toList();
    }

    static boolean isTemplate(Node node) {
        return !(node.kind() instanceof Seed) && !(node.kind() instanceof Hook);
    }

    @Override
    public void show(Screen out) {
        List<Compiled> tables =
                nodes.stream().filter(node -> node.node().isRefable()).toList();
        if (folder == null || tables.size() == 1) {
            out.line((folder == null ? nodes : tables).getFirst().sql().strip());
        } else {
            out.line("compiled " + Figures.count(nodes.size(), "node") + " into " + folder);
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("folder", folder);
        json.writeArrayFieldStart("nodes");
        for (Compiled node : nodes) {
            json.writeStartObject();
            json.writeStringField("id", node.node().uniqueId());
            json.writeStringField("sql", node.sql());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public int exitCode() {
        return problems.isEmpty() ? 0 : 1;
    }
}
