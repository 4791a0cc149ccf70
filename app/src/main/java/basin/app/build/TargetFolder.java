package basin.app.build;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.artifact.ArtifactFile;
import basin.model.artifact.Compiled;
import basin.model.artifact.Invocation;
import basin.model.artifact.Manifest;
import basin.model.artifact.RunResult;
import basin.model.artifact.RunResults;
import basin.model.graph.ProjectGraph;
import basin.model.resource.GenericTest;
import basin.model.resource.Identity;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The folder that a build leaves behind for people and tools, laid out as dbt does: `compiled/` and
/// `run/` with a file for each node, and the artifacts. For any thread.
final class TargetFolder {
    private final Path project;
    private final Path folder;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    /// @param project the project's folder
    /// @param folder relative to that, or absolute
    TargetFolder(Path project, String folder) {
        this.project = project;
        this.folder = project.resolve(folder);
    }

    /// Where it is; absolute.
    Path path() {
        return folder;
    }

    /// One of its files as people are told of it.
    String shown(String file) {
        return project.relativize(folder.resolve(file)).toString();
    }

    /// Writes the SQL of a node, and what was run of it.
    void write(basin.model.compile.Compiled sql) {
        Node node = sql.node();
        writeCompiled(sql);
        write(folder.resolve("run").resolve(file(node)), statement(sql));
    }

    /// Writes the SQL of a node.
    void writeCompiled(basin.model.compile.Compiled sql) {
        Node node = sql.node();
        Path file = file(node);
        write(folder.resolve("compiled").resolve(file), sql.sql());
        compiled.put(
                node.uniqueId(),
                new Compiled(
                        sql.sql(),
                        project.relativize(folder.resolve("compiled").resolve(file))
                                .toString()));
    }

    /// What compiling a node gave; null if it was not compiled.
    @Nullable
    Compiled compiled(String uniqueId) {
        return compiled.get(uniqueId);
    }

    /// Writes `manifest.json`, and returns what it has.
    ObjectNode writeManifest(ProjectGraph graph, Invocation invocation) {
        ObjectNode manifest = Manifest.of(graph, compiled, invocation);
        ArtifactFile.write(folder.resolve(Manifest.FILE), manifest);
        return manifest;
    }

    /// Writes `run_results.json`.
    void writeResults(
            List<RunResult> results,
            Duration took,
            Map<String, ? extends @Nullable Object> arguments,
            Invocation invocation) {
        ArtifactFile.write(
                folder.resolve(RunResults.FILE),
                RunResults.of(results, took.toMillis() / 1000.0, arguments, invocation));
    }

    /// What a YAML file declares has its file below that of the YAML file.
    private static Path file(Node node) {
        Identity identity = node.identity();
        Path original = Path.of(identity.packageName(), identity.originalPath());
        if (node.kind() instanceof GenericTest) {
            return original.resolve(identity.path());
        }
        return original.toString().endsWith(".sql") ? original : original.resolve(identity.name() + ".sql");
    }

    private static String statement(basin.model.compile.Compiled sql) {
        RelationName relation = sql.node().relation();
        return switch (sql.node().materialized()) {
            case "view" -> "create or replace view " + relation.sql() + " as (\n" + sql.sql() + "\n);\n";
            case "table" -> "create or replace table " + relation.sql() + " as (\n" + sql.sql() + "\n);\n";
            default -> sql.sql();
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the file cannot be written", new Place.InFile(file))
                            .because(DiskRefusal.reason(e)),
                    e);
        }
    }
}
