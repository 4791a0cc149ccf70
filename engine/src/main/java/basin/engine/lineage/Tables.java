package basin.engine.lineage;

import basin.core.stream.TableName;
import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What FROM clauses bring together.
final class Tables {
    private final Catalog catalog;
    private final Queries queries;
    private final Expressions expressions;
    private final Joins joins;
    private final TableFunctions functions;
    private final Pivots pivots;

    Tables(Catalog catalog, Queries queries, Expressions expressions, Pivots pivots) {
        this.catalog = catalog;
        this.queries = queries;
        this.expressions = expressions;
        this.joins = new Joins(expressions);
        this.functions = new TableFunctions(catalog, expressions);
        this.pivots = pivots;
    }

    /// What a FROM clause brings together.
    ///
    /// @param place where it stands; what is to its left can be seen from there, too
    From read(Node table, Scope place) {
        return switch (table.type()) {
            case "BASE_TABLE" -> From.of(named(table, place));
            case "SUBQUERY" ->
                From.of(input(
                        table,
                        queries.read(table.get("subquery").get("node"), place).distinctlyNamed()));
            case "JOIN" -> {
                From left = read(table.get("left"), place);
                yield joins.join(table, left, read(table.get("right"), place.reading(left)), place);
            }
            case "TABLE_FUNCTION" -> From.of(input(table, functions.read(table, place)));
            case "EXPRESSION_LIST" -> From.of(input(table, values(table, place)));
            case "PIVOT" -> From.of(input(table, pivots.read(table, read(table.get("source"), place), place)));
            case "EMPTY", "" -> From.NOTHING;
            default -> From.of(input(table, Shape.unknown("rows of the kind " + table.type() + " are not understood")));
        };
    }

    private static Input input(Node table, Shape shape) {
        String alias = table.text("alias");
        return new Input(alias.isEmpty() ? List.of() : List.of(alias), shape.renamed(table.words("column_name_alias")));
    }

    private Input named(Node table, Scope place) {
        String database = table.text("catalog_name");
        String schema = table.text("schema_name");
        String name = table.text("table_name");
        List<String> own = Stream.of(database, schema, name)
                .filter(each -> !each.isEmpty())
                .toList();
        Shape shape = query(table, place).orElseGet(() -> stored(own, catalog.table(database, schema, name)));
        String alias = table.text("alias");
        return new Input(alias.isEmpty() ? own : List.of(alias), shape.renamed(table.words("column_name_alias")));
    }

    /// What a WITH clause calls so.
    private static Optional<Shape> query(Node table, Scope place) {
        String schema = table.text("schema_name").toLowerCase(Locale.ROOT);
        String name = table.text("table_name").toLowerCase(Locale.ROOT);
        if (!table.text("catalog_name").isEmpty() || table.get("at_clause").present()) {
            return Optional.empty();
        }
        return Optional.ofNullable(place.queries().get(schema.isEmpty() ? name : schema + "." + name));
    }

    private Shape stored(List<String> typed, Optional<TableName> table) {
        List<String> names = catalog.columns("SELECT * FROM "
                + String.join(".", typed.stream().map(TableName::quote).toList()));
        String called = String.join(".", typed);
        if (names.isEmpty()) {
            return Shape.unknown("the columns of " + called + " are not known");
        }
        List<ColumnLineage> columns = names.stream()
                .map(column -> new ColumnLineage(
                        column,
                        table.map(found -> Flow.of(new SourceColumn(found, column)))
                                .orElseGet(() -> Flow.unknown(called + " is no table of the lake"))))
                .toList();
        return Shape.of(columns, Flow.NONE);
    }

    private Shape values(Node list, Scope place) {
        List<Flow> flows = new ArrayList<>();
        for (List<Node> row : list.lists("values")) {
            for (int i = 0; i < row.size(); i++) {
                Flow flow = expressions.flow(row.get(i), place);
                if (i < flows.size()) {
                    flows.set(i, flows.get(i).and(flow));
                } else {
                    flows.add(flow);
                }
            }
        }
        List<ColumnLineage> columns = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            columns.add(new ColumnLineage("col" + i, flows.get(i)));
        }
        return Shape.of(columns, Flow.NONE);
    }
}
