package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.List;

/// What joins bring together.
final class Joins {
    private final Expressions expressions;

    Joins(Expressions expressions) {
        this.expressions = expressions;
    }

    From join(Node join, From left, From right, Scope place) {
        From both = left.and(right);
        String type = join.text("join_type");
        Flow decided = expressions.flow(join.get("condition"), place.reading(both));
        List<String> shared = shared(join, left, right);
        List<Visible> visible = new ArrayList<>();
        for (Visible each : left.visible()) {
            if (shared.stream().noneMatch(each.column()::isCalled)) {
                visible.add(each);
                continue;
            }
            String name = each.column().name();
            Flow mine = each.column().flow();
            Flow theirs = named(right, name);
            decided = decided.and(mine).and(theirs);
            visible.add(new Visible(new ColumnLineage(name, shown(type, mine, theirs)), List.of(name)));
        }
        if (!shared.isEmpty() || join.text("ref_type").equals("NATURAL")) {
            decided = decided.and(both.open().isEmpty() ? Flow.NONE : Flow.unknown(both.open()));
        }
        Flow rows = both.rows().and(decided.deciding(Transformation.JOIN));
        if (type.equals("SEMI") || type.equals("ANTI")) {
            return new From(left.inputs(), left.visible(), rows, left.open());
        }
        right.visible().stream()
                .filter(each -> shared.stream().noneMatch(each.column()::isCalled))
                .forEach(visible::add);
        return new From(both.inputs(), visible, rows, both.open());
    }

    /// The names of the columns that become one.
    private static List<String> shared(Node join, From left, From right) {
        if (!join.text("ref_type").equals("NATURAL")) {
            return join.words("using_columns");
        }
        return left.visible().stream()
                .map(each -> each.column().name())
                .filter(name ->
                        right.visible().stream().anyMatch(each -> each.column().isCalled(name)))
                .toList();
    }

    private static Flow named(From from, String name) {
        return Flow.all(from.visible().stream()
                .map(Visible::column)
                .filter(column -> column.isCalled(name))
                .map(ColumnLineage::flow)
                .toList());
    }

    /// Which of the two is shown where a side may be missing.
    private static Flow shown(String type, Flow left, Flow right) {
        return switch (type) {
            case "RIGHT" -> right;
            case "OUTER" -> left.and(right);
            default -> left;
        };
    }
}
