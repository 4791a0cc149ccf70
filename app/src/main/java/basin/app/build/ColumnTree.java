package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.model.graph.ProjectGraph;
import basin.run.build.Compilation;
import basin.run.build.ModelProject;
import basin.run.lineage.Edge;
import basin.run.lineage.ProjectLineage;
import basin.run.lineage.TableColumn;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What columns come from, or what comes from them.
///
/// @param columns that were asked for
public record ColumnTree(List<TableColumn> columns, Direction direction, ProjectLineage lineage, ShownNames names)
        implements Answer {
    public ColumnTree {
        columns = List.copyOf(columns);
    }

    /// Which way to look.
    ///
    /// @param downstream whether at what comes of a column, and not at what it comes from
    /// @param deciding   whether also at columns that only decide
    public record Direction(boolean downstream, boolean deciding) {}

    /// Finds out about a column, or all columns of a table.
    ///
    /// @param typed `shop.orders.total`, `orders.total` or `orders`
    /// @throws ProblemException if the project is wrong, or there is no such column
    public static ColumnTree of(Workplace workplace, ProjectFlags flags, String typed, Direction direction) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        try (Progress progress = workplace.progress()) {
            ModelProject project = new ProjectCommand("lineage", arguments).read(workplace, flags, progress);
            ShownNames names = new ShownNames(project.graph());
            String table = table(names, typed);
            ProjectLineage lineage = new ProjectLineage(project.graph());
            try (Compilation compilation = CompiledProject.open(workplace, project)) {
                Set<String> wanted = reached(project.graph(), table, direction.downstream());
                project.graph().inOrder().stream()
                        .filter(wanted::contains)
                        .flatMap(id -> Stream.ofNullable(project.graph().node(id)))
                        .filter(ProjectLineage::isMade)
                        .forEach(node -> lineage.add(compilation.compile(node), compilation));
                List<String> columns = lineage.tables().contains(table)
                        ? lineage.columns(table).stream()
                                .map(TableColumn::column)
                                .toList()
                        : CompiledProject.columns(project.graph(), table, compilation);
                return new ColumnTree(chosen(names, table, columns, typed), direction, lineage, names);
            }
        }
    }

    /// The table that is meant: all that was typed, or all but the last word.
    private static String table(ShownNames names, String typed) {
        List<String> found = names.called(typed);
        if (found.isEmpty() && typed.contains(".")) {
            found = names.called(typed.substring(0, typed.lastIndexOf('.')));
        }
        if (found.size() > 1) {
            throw new ProblemException(Problem.wrong("'" + typed + "' may mean several tables", Place.NOWHERE)
                    .advise("say which: " + String.join(" or ", found)));
        }
        if (found.isEmpty()) {
            throw new ProblemException(
                    Problem.wrong("no table of the project is called as in '" + typed + "'", Place.NOWHERE)
                            .advise(Suggestion.didYouMean(typed, names.tables())));
        }
        return found.getFirst();
    }

    private static List<TableColumn> chosen(ShownNames names, String table, List<String> columns, String typed) {
        if (names.called(typed).contains(table)) {
            return columns.stream()
                    .map(column -> new TableColumn(table, column))
                    .toList();
        }
        String name = typed.substring(typed.lastIndexOf('.') + 1);
        return columns.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(column -> List.of(new TableColumn(table, column)))
                .orElseThrow(() -> new ProblemException(
                        Problem.wrong(names.table(table) + " has no column '" + name + "'", Place.NOWHERE)
                                .because(columns.isEmpty() ? "its columns are known once it was made" : null)
                                .advise(Suggestion.didYouMean(name, columns))));
    }

    /// The table and all that is before or behind it in the graph.
    private static Set<String> reached(ProjectGraph graph, String table, boolean downstream) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(table));
        while (!next.isEmpty()) {
            String id = next.pop();
            if (reached.add(id)) {
                next.addAll(downstream ? graph.children(id) : graph.parents(id));
            }
        }
        return reached;
    }

    private Collection<Edge> edges(TableColumn column) {
        return (direction.downstream() ? lineage.downstream(column) : lineage.upstream(column))
                .stream()
                        .filter(edge ->
                                direction.deciding() || edge.transformation().isDirect())
                        .toList();
    }

    private TableColumn end(Edge edge) {
        return direction.downstream() ? edge.to() : edge.from();
    }

    @Override
    public void show(Screen out) {
        for (TableColumn column : columns) {
            out.line(out.paint(Ink.BOLD, names.column(column)) + remarks(out, column));
            show(out, column, "", new HashSet<>(Set.of(column)));
        }
        Set<TableColumn> deciding = new LinkedHashSet<>();
        for (TableColumn column : columns) {
            for (Edge edge : direction.downstream() ? lineage.downstream(column) : lineage.upstream(column)) {
                deciding.add(end(edge));
            }
            edges(column).forEach(edge -> deciding.remove(end(edge)));
        }
        if (!direction.deciding() && !deciding.isEmpty()) {
            String more = Figures.count(deciding.size(), "column");
            out.line(out.paint(
                    Ink.DIM,
                    direction.downstream()
                            ? "decides on " + more + " besides: --all shows them"
                            : more + " besides only decide, as in a filter: --all shows them"));
        }
    }

    private void show(Screen out, TableColumn column, String indent, Set<TableColumn> shown) {
        Map<TableColumn, String> ends = new TreeMap<>();
        edges(column).forEach(edge -> ends.merge(end(edge), said(edge), (some, more) -> some + ", " + more));
        int left = ends.size();
        for (Map.Entry<TableColumn, String> each : ends.entrySet()) {
            boolean last = --left == 0;
            TableColumn end = each.getKey();
            boolean isNew = shown.add(end);
            out.line(indent + (last ? "└─ " : "├─ ") + names.column(end) + "  "
                    + out.paint(Ink.DIM, each.getValue() + (isNew || edges(end).isEmpty() ? "" : "; see above"))
                    + remarks(out, end));
            if (isNew) {
                show(out, end, indent + (last ? "   " : "│  "), shown);
            }
        }
    }

    private static String said(Edge edge) {
        return edge.transformation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String remarks(Screen out, TableColumn column) {
        return direction.downstream() || lineage.unknown(column).isEmpty()
                ? ""
                : "  " + out.paint(Ink.YELLOW, "not all is known: " + String.join("; ", lineage.unknown(column)));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("direction", direction.downstream() ? "downstream" : "upstream");
        json.writeArrayFieldStart("columns");
        for (TableColumn column : columns) {
            write(json, column);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        Set<TableColumn> seen = new LinkedHashSet<>(columns);
        Deque<TableColumn> next = new ArrayDeque<>(columns);
        while (!next.isEmpty()) {
            for (Edge edge : edges(next.pop())) {
                write(json, edge);
                if (seen.add(end(edge))) {
                    next.add(end(edge));
                }
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unknown");
        for (TableColumn column : seen) {
            for (String why : lineage.unknown(column)) {
                json.writeStartObject();
                json.writeStringField("column", names.column(column));
                json.writeStringField("why", why);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Edge edge) throws IOException {
        json.writeStartObject();
        json.writeFieldName("from");
        write(json, edge.from());
        json.writeFieldName("to");
        write(json, edge.to());
        json.writeStringField("type", edge.transformation().isDirect() ? "DIRECT" : "INDIRECT");
        json.writeStringField("subtype", edge.transformation().name());
        json.writeEndObject();
    }

    private void write(JsonGenerator json, TableColumn column) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", column.table());
        json.writeStringField("table", names.table(column.table()));
        json.writeStringField("column", column.column());
        json.writeEndObject();
    }
}
