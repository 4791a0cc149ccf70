package basin.engine.lineage;

import basin.core.stream.TableName;
import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands for several columns: `*`, `t.*`, `* EXCLUDE (..) REPLACE (..) RENAME (..)`, `* LIKE '..'`,
/// `COLUMNS(..)`, and values around the last.
final class Stars {
    private static final String PARAMETER = "name";

    private static final String UNKNOWN = "which columns COLUMNS stands for is not known";

    private final Catalog catalog;
    private final Expressions expressions;

    Stars(Catalog catalog, Expressions expressions) {
        this.catalog = catalog;
        this.expressions = expressions;
    }

    /// Whether a value stands for several.
    boolean isIn(Node item) {
        return item.is("STAR") || isFilter(item) || columns(item).findAny().isPresent();
    }

    /// `* LIKE '..'` is a function of a star.
    private static boolean isFilter(Node item) {
        List<Node> arguments = item.list("arguments");
        return item.is("FUNCTION")
                && arguments.size() > 1
                && arguments.getFirst().get("expression").is("STAR")
                && !arguments.getFirst().get("expression").text("columns").equals("true");
    }

    /// Where COLUMNS is in a value, other than unpacked into arguments.
    private static Stream<Node> columns(Node value) {
        if (value.is("STAR")) {
            return value.text("columns").equals("true") ? Stream.of(value) : Stream.empty();
        }
        return value.is("OPERATOR_UNPACK") || value.text("class").equals("SUBQUERY")
                ? Stream.empty()
                : value.below().stream().flatMap(Stars::columns);
    }

    /// The columns that an item of a SELECT list stands for.
    Shape read(Node item, Scope scope) {
        if (item.is("STAR") && !item.get("expr").present()) {
            return expanded(item, scope);
        }
        Node star = isFilter(item)
                ? item.list("arguments").getFirst().get("expression")
                : columns(item).findFirst().orElseThrow();
        Optional<From> meant = meant(star, scope);
        if (meant.isEmpty()
                || !meant.get().open().isEmpty()
                || star.get("replace_list").present()) {
            return Shape.unknown(UNKNOWN);
        }
        Shape all = meant.get().shape();
        String table = star.text("relation_name");
        String from = " FROM (SELECT "
                + all.columns().stream()
                        .map(column -> "NULL AS " + TableName.quote(column.name()))
                        .collect(Collectors.joining(", "))
                + ")"
                + (table.isEmpty() ? "" : " AS " + TableName.quote(table));
        List<String> chosen = catalog.columns("SELECT " + choice(item, star) + from);
        List<String> named = isFilter(item) ? chosen : catalog.columns("SELECT " + aliased(item) + from);
        if (chosen.isEmpty() || chosen.size() != named.size()) {
            return Shape.unknown(UNKNOWN);
        }
        List<ColumnLineage> columns = new ArrayList<>();
        Flow rows = Flow.NONE;
        for (int i = 0; i < chosen.size(); i++) {
            Optional<ColumnLineage> column = called(all, chosen.get(i));
            if (column.isEmpty()) {
                return Shape.unknown(UNKNOWN);
            }
            Scope inside = scope.reading(From.of(new Input(List.of(), Shape.of(List.of(column.get()), Flow.NONE))));
            Node value = isFilter(item)
                    ? column(column.get())
                    : item.replacing(each -> isColumns(each) ? column(column.get()) : null);
            columns.add(new ColumnLineage(named.get(i), expressions.flow(value, inside)));
            rows = rows.and(expressions.multiplying(value, inside));
        }
        return Shape.of(columns, rows);
    }

    private static boolean isColumns(Node node) {
        return node.is("STAR") && node.text("columns").equals("true");
    }

    private static Node column(ColumnLineage column) {
        return Node.column(List.of(column.name()));
    }

    private static Optional<ColumnLineage> called(Shape shape, String name) {
        List<ColumnLineage> called =
                shape.columns().stream().filter(each -> each.isCalled(name)).toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    private String choice(Node item, Node star) {
        if (!isFilter(item)) {
            return catalog.text(star.withoutAlias());
        }
        Node condition =
                item.withoutAlias().replacing(each -> each.is("STAR") ? Node.column(List.of(PARAMETER)) : null);
        return "COLUMNS(lambda " + PARAMETER + ": " + catalog.text(condition) + ")";
    }

    private String aliased(Node item) {
        String alias = item.text("alias");
        return catalog.text(item.withoutAlias()) + (alias.isEmpty() ? "" : " AS " + TableName.quote(alias));
    }

    /// What a star means, its own list of exceptions included.
    private Shape expanded(Node star, Scope scope) {
        Optional<From> from = meant(star, scope);
        if (from.isEmpty()) {
            return Shape.unknown("what " + star.text("relation_name") + ".* means is not known");
        }
        if (!from.get().open().isEmpty()) {
            return Shape.unknown(from.get().open());
        }
        List<ColumnLineage> columns = new ArrayList<>();
        for (Visible each : from.get().visible()) {
            if (isExcluded(star, each)) {
                continue;
            }
            String name = each.column().name();
            Flow flow = star.list("replace_list").stream()
                    .filter(replacement -> replacement.text("key").equalsIgnoreCase(name))
                    .findFirst()
                    .map(replacement -> expressions.flow(replacement.get("value"), scope))
                    .orElse(each.column().flow());
            String shown = star.list("rename_list").stream()
                    .filter(renaming -> means(renaming.get("key"), each))
                    .findFirst()
                    .map(renaming -> renaming.text("value"))
                    .orElse(name);
            columns.add(new ColumnLineage(shown, flow));
        }
        return Shape.of(columns, Flow.NONE);
    }

    private static Optional<From> meant(Node star, Scope scope) {
        String table = star.text("relation_name");
        if (table.isEmpty()) {
            return Optional.of(scope.from());
        }
        List<String> names = Stream.of(star.text("catalog_name"), star.text("schema_name"), table)
                .filter(each -> !each.isEmpty())
                .toList();
        for (Scope place = scope; place != null; place = place.outer()) {
            Optional<Input> input = place.input(names);
            if (input.isPresent()) {
                return input.map(From::of);
            }
        }
        return Optional.empty();
    }

    private static boolean isExcluded(Node star, Visible column) {
        return star.words("exclude_list").stream().anyMatch(column.column()::isCalled)
                || star.list("qualified_exclude_list").stream().anyMatch(name -> means(name, column));
    }

    /// Whether a name, which may have that of a table before it, is that of a column.
    private static boolean means(Node name, Visible column) {
        String table = name.text("table");
        List<String> path = column.path();
        return column.column().isCalled(name.text("column"))
                && (table.isEmpty()
                        || (path.size() > 1 && path.get(path.size() - 2).equalsIgnoreCase(table)));
    }
}
