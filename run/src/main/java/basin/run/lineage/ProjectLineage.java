package basin.run.lineage;

import basin.core.problem.ProblemException;
import basin.engine.lineage.ColumnLineage;
import basin.model.compile.Compiled;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Node;
import basin.model.resource.Seed;
import basin.run.build.Compilation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the columns of a project's models and snapshots depend on. Columns of what was added stay; for one thread.
///
/// A query is understood only where the tables it reads are there, since `*` means what they have.
public final class ProjectLineage {
    private final TableNames names;
    private final SequencedMap<String, List<ColumnLineage>> columns = new LinkedHashMap<>();
    private final Map<TableColumn, NavigableSet<Edge>> upstream = new TreeMap<>();
    private final Map<TableColumn, NavigableSet<Edge>> downstream = new TreeMap<>();

    public ProjectLineage(ProjectGraph graph) {
        this.names = new TableNames(graph);
    }

    /// Whether something has a query that its columns come from.
    public static boolean isMade(Node node) {
        return node.isRefable() && !node.code().raw().isBlank() && !(node.kind() instanceof Seed);
    }

    /// Finds out about the columns of a node.
    ///
    /// @param compiled its SQL
    /// @return whether they are known; they are not where a table that is read is not there, say
    public boolean add(Compiled compiled, Compilation compilation) {
        List<ColumnLineage> found;
        try {
            found = compilation.lineage(compiled);
        } catch (ProblemException _) {
            return false;
        }
        String id = compiled.node().uniqueId();
        columns.put(id, found);
        for (ColumnLineage column : found) {
            TableColumn to = new TableColumn(id, column.name());
            column.flow().dependencies().forEach(dependency -> {
                TableColumn from = new TableColumn(
                        names.id(dependency.source().table()),
                        dependency.source().column());
                Edge edge = new Edge(from, to, dependency.transformation());
                upstream.computeIfAbsent(to, _ -> new TreeSet<>()).add(edge);
                downstream.computeIfAbsent(from, _ -> new TreeSet<>()).add(edge);
            });
        }
        return true;
    }

    /// The unique ids of all that was added, in that order.
    public SequencedCollection<String> tables() {
        return columns.sequencedKeySet();
    }

    /// The columns of a table, in their order as far as that is known: those that were found for what was added, and
    /// those that something reads for any other.
    public List<TableColumn> columns(String table) {
        List<ColumnLineage> found = columns.get(table);
        return found == null
                ? downstream.keySet().stream()
                        .filter(column -> column.table().equals(table))
                        .toList()
                : found.stream()
                        .map(column -> new TableColumn(table, column.name()))
                        .toList();
    }

    /// What a column depends on.
    public Collection<Edge> upstream(TableColumn column) {
        return upstream.getOrDefault(column, new TreeSet<>());
    }

    /// What depends on a column.
    public Collection<Edge> downstream(TableColumn column) {
        return downstream.getOrDefault(column, new TreeSet<>());
    }

    /// Why a column may depend on more than was found; empty if it does not.
    public Collection<String> unknown(TableColumn column) {
        List<String> reasons = new ArrayList<>();
        columns.getOrDefault(column.table(), List.of()).stream()
                .filter(each -> each.name().equals(column.column()))
                .forEach(each -> reasons.addAll(each.flow().unknown()));
        return reasons;
    }
}
