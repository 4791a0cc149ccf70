package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Figures;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.engine.workspace.ColumnType;
import basin.lake.Lake;
import basin.model.artifact.ArtifactFile;
import basin.model.artifact.Catalog;
import basin.model.artifact.CatalogTable;
import basin.model.artifact.CatalogTable.CatalogColumn;
import basin.model.compile.Compiled;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.Source;
import basin.model.site.Site;
import basin.run.build.Compilation;
import basin.run.build.ModelProject;
import basin.run.lineage.ProjectLineage;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The documentation of a project: the page `index.html`, and the artifacts it is made from: `manifest.json`, what
/// the project says, `catalog.json`, what is really there, and `column_lineage.json`, what columns come from.
///
/// @param tables how many of the project's tables and views were found
/// @param folder where the files are, relative to the project
/// @param problems of what could not be compiled
public record GeneratedDocs(int tables, String folder, List<Problem> problems) implements Answer {
    public GeneratedDocs {
        problems = List.copyOf(problems);
    }

    /// Looks at all tables of the project, and writes the files.
    ///
    /// @throws basin.core.problem.ProblemException if the project is wrong
    public static GeneratedDocs of(Workplace workplace, ProjectFlags flags) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        ProjectCommand command = new ProjectCommand("generate", arguments);
        try (Progress progress = workplace.progress()) {
            ModelProject project = command.read(workplace, flags, progress);
            ProjectGraph graph = project.graph();
            List<CatalogTable> nodes = new ArrayList<>();
            List<CatalogTable> sources = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            TargetFolder target = flags.target(graph.tree().root());
            ProjectLineage lineage = new ProjectLineage(graph);
            try (Compilation lake = CompiledProject.open(workplace, project)) {
                for (Node node : graph.nodes()) {
                    if (node.isRefable()) {
                        add(nodes, node.uniqueId(), node.relation(), lake, workplace.lake());
                    }
                }
                for (Source source : graph.sources()) {
                    add(sources, source.uniqueId(), source.relation(), lake, workplace.lake());
                }
                for (String id : graph.inOrder()) {
                    Node node = graph.node(id);
                    if (node != null && CompiledProject.isTemplate(node)) {
                        try {
                            compile(node, lake, target, lineage);
                        } catch (ProblemException e) {
                            problems.addAll(e.problems());
                        }
                    }
                }
            }
            ObjectNode catalog = Catalog.of(nodes, sources, List.of(), command.artifact());
            ArtifactFile.write(target.path().resolve(Catalog.FILE), catalog);
            Site.write(
                    target.path(),
                    target.writeManifest(graph, command.artifact()),
                    catalog,
                    LineageArtifact.write(target.path(), lineage, new ShownNames(graph), command.artifact()));
            return new GeneratedDocs(
                    nodes.size() + sources.size(),
                    workplace.folder().relativize(target.path()).toString(),
                    problems);
        }
    }

    private static void compile(Node node, Compilation lake, TargetFolder target, ProjectLineage lineage) {
        Compiled compiled = lake.compile(node);
        target.writeCompiled(compiled);
        if (ProjectLineage.isMade(node)) {
            lineage.add(compiled, lake);
        }
    }

    private static void add(
            List<CatalogTable> tables, String uniqueId, RelationName relation, Compilation compilation, Lake lake) {
        List<ColumnType> columns = compilation.columns(relation);
        if (columns.isEmpty()) {
            return;
        }
        Map<String, Object> stats = new LinkedHashMap<>();
        boolean table = lake.find(new TableName(relation.schema(), relation.identifier()))
                .map(found -> {
                    found.snapshots().stream().findFirst().ifPresent(snapshot -> {
                        stats.put("Row Count", snapshot.rows());
                        stats.put("Bytes", snapshot.bytes());
                        stats.put("Last Modified", snapshot.since().toString());
                    });
                    return found;
                })
                .isPresent();
        tables.add(new CatalogTable(
                uniqueId,
                table ? "BASE TABLE" : "VIEW",
                relation,
                null,
                null,
                columns.stream()
                        .map(column -> new CatalogColumn(
                                column.name(), column.type(), column.comment().isEmpty() ? null : column.comment()))
                        .toList(),
                stats));
    }

    @Override
    public int exitCode() {
        return problems.isEmpty() ? 0 : 1;
    }

    @Override
    public void show(Screen out) {
        out.line(
                "wrote index.html and what it is made of, with " + Figures.count(tables, "table") + ", into " + folder);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("folder", folder);
        json.writeNumberField("tables", tables);
        json.writeEndObject();
    }
}
