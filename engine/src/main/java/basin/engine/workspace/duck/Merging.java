package basin.engine.workspace.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.engine.duck.StoredColumn;
import basin.engine.duck.StoredColumns;
import basin.engine.statement.Assignment;
import basin.engine.statement.MergeClause;
import basin.engine.statement.Span;
import basin.engine.statement.Statement;
import basin.engine.statement.Target;
import basin.lake.LakeTable;
import basin.lake.RowEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A MERGE: one query joins source and target, and says for each row which clause applies to it and what
/// its columns become.
///
/// For one statement.
final class Merging {

    /// The column with the number of the clause that applies to a row.
    private static final String CLAUSE = "\"basin clause\"";

    private final LakeTable table;
    private final Statement.Merge merge;
    private final RowChanges changes;
    private final List<StoredColumn> columns;
    private final List<String> sourceColumns;

    Merging(LakeTable table, Statement.Merge merge, RowChanges changes) {
        this.table = table;
        this.merge = merge;
        this.changes = changes;
        this.columns = StoredColumns.of(table).all();
        this.sourceColumns = sourceColumns();
    }

    /// Returns how many rows changed, came or went.
    long run() {
        try (RowEdit edit = table.edit(changes.connection())) {
            Composed all = new Composed(merge.text()).add(merge.with()).add(" SELECT * FROM (");
            all.add(pairs(edit));
            if (has(MergeClause.Rows.NOT_MATCHED_BY_SOURCE)) {
                all.add("\nUNION ALL ").add(alone(edit));
            }
            changes.gather(all.add("\n) WHERE " + CLAUSE + " IN (" + effective() + ")"));
            checkPairs();
            return changes.replace(table, edit, columns, CLAUSE + " IN (" + coming() + ")");
        } finally {
            changes.forget();
        }
    }

    /// Rows of the source, with those of the target that go with them.
    private Composed pairs(RowEdit edit) {
        String join = has(MergeClause.Rows.NOT_MATCHED_BY_TARGET) ? " LEFT JOIN " : " JOIN ";
        Composed pairs =
                select().add(" FROM ").add(merge.source()).add(join + RowChanges.rows(table, edit, merge.target()));
        return merge.using().isEmpty()
                ? pairs.add(" ON ").add(on())
                : pairs.add(" USING ("
                        + merge.using().stream().map(TableName::quote).collect(Collectors.joining(", ")) + ")");
    }

    /// Rows of the target that no row of the source goes with.
    private Composed alone(RowEdit edit) {
        return new Composed(merge.text())
                .add("SELECT ")
                .add(outline(MergeClause.Rows.NOT_MATCHED_BY_SOURCE))
                .add(" FROM " + RowChanges.rows(table, edit, merge.target()) + " WHERE NOT EXISTS (SELECT 1 FROM ")
                .add(merge.source())
                .add(" WHERE ")
                .add(on())
                .add(")");
    }

    private Composed select() {
        return new Composed(merge.text())
                .add("SELECT ")
                .add(outline(MergeClause.Rows.MATCHED, MergeClause.Rows.NOT_MATCHED_BY_TARGET));
    }

    private Composed on() {
        Target target = merge.target();
        if (merge.using().isEmpty()) {
            return new Composed(merge.text()).add("(").add(merge.on(), target).add("\n)");
        }
        String equal = merge.using().stream()
                .map(TableName::quote)
                .map(column -> TableName.quote(target.alias()) + "." + column + " = " + TableName.quote(merge.alias())
                        + "." + column)
                .collect(Collectors.joining(" AND "));
        return new Composed(merge.text()).add(equal);
    }

    /// The place of the row, the number of its clause, and its columns.
    private Composed outline(MergeClause.Rows... kinds) {
        List<MergeClause.Rows> rows = List.of(kinds);
        Composed list = new Composed(merge.text()).add(RowChanges.places(merge.target()) + ", CASE");
        for (int i = 0; i < merge.clauses().size(); i++) {
            MergeClause clause = merge.clauses().get(i);
            if (rows.contains(clause.rows())) {
                list.add(" WHEN ").add(applies(clause)).add(" THEN " + i);
            }
        }
        list.add(" END AS " + CLAUSE);
        List<Map<String, Composed>> values =
                merge.clauses().stream().map(this::values).toList();
        for (int column = 0; column < columns.size(); column++) {
            StoredColumn stored = columns.get(column);
            list.add(", CASE " + CLAUSE);
            for (int i = 0; i < values.size(); i++) {
                Composed value = values.get(i).get(stored.name());
                if (value != null && rows.contains(merge.clauses().get(i).rows())) {
                    list.add(" WHEN " + i + " THEN CAST(").add(value).add("\n AS " + stored.duckType() + ")");
                }
            }
            // Where no clause has a value, CASE needs one all the same.
            list.add(" WHEN -1 THEN CAST(NULL AS " + stored.duckType() + ") END AS c" + column);
        }
        return list;
    }

    private Composed applies(MergeClause clause) {
        String file = TableName.quote(merge.target().alias()) + "." + RowEdit.FILE;
        Composed applies = new Composed(merge.text())
                .add(
                        clause.rows() == MergeClause.Rows.NOT_MATCHED_BY_TARGET
                                ? file + " IS NULL"
                                : file + " IS NOT NULL");
        return clause.condition().isEmpty()
                ? applies
                : applies.add(" AND (").add(clause.condition(), merge.target()).add("\n)");
    }

    /// What the columns become where a clause applies; none where the row goes or stays.
    private Map<String, Composed> values(MergeClause clause) {
        return switch (clause.action()) {
            case MergeClause.Action.Update update -> updated(update.assignments());
            case MergeClause.Action.UpdateAll all -> sourceValues(all.byName(), true);
            case MergeClause.Action.Insert insert -> inserted(insert);
            case MergeClause.Action.InsertAll all -> sourceValues(all.byName(), false);
            case MergeClause.Action.Failure failure -> Map.of(columns.getFirst().name(), error(failure.message()));
            case MergeClause.Action.Delete _, MergeClause.Action.Nothing _ -> Map.of();
        };
    }

    private Map<String, Composed> updated(List<Assignment> assignments) {
        Map<String, Composed> values = kept();
        RowChanges.values(table, assignments, merge.text(), merge.target())
                .forEach((column, value) -> values.put(column, typed(value)));
        return values;
    }

    private Map<String, Composed> inserted(MergeClause.Action.Insert insert) {
        List<String> names = insert.columns().isEmpty()
                ? columns.stream().map(StoredColumn::name).toList()
                : insert.columns();
        if (names.size() != insert.values().size()) {
            throw new ProblemException(Problem.wrong(
                    "INSERT names " + names.size() + " columns and gives "
                            + insert.values().size() + " values",
                    RowChanges.place(merge.text(), merge.target().name().span())));
        }
        Map<String, Composed> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(column(names.get(i)), typed(insert.values().get(i)));
        }
        return values;
    }

    /// The values of the source; a column that it does not have stays as it is in a row that is there.
    private Map<String, Composed> sourceValues(boolean byName, boolean isThere) {
        Map<String, Composed> values = isThere ? kept() : new HashMap<>();
        if (!byName && sourceColumns.size() != columns.size()) {
            throw new ProblemException(Problem.wrong(
                    "the source has " + sourceColumns.size() + " columns, and the table " + columns.size(),
                    RowChanges.place(merge.text(), merge.source())));
        }
        for (int i = 0; i < sourceColumns.size(); i++) {
            String name = sourceColumns.get(i);
            String column = byName ? column(name) : columns.get(i).name();
            values.put(
                    column,
                    new Composed(merge.text()).add(TableName.quote(merge.alias()) + "." + TableName.quote(name)));
        }
        return values;
    }

    private Map<String, Composed> kept() {
        Map<String, Composed> values = new HashMap<>();
        for (StoredColumn column : columns) {
            String kept = TableName.quote(merge.target().alias()) + "." + TableName.quote(column.name());
            values.put(column.name(), new Composed(merge.text()).add(kept));
        }
        return values;
    }

    private Composed error(Span message) {
        Composed error = new Composed(merge.text()).add("error(");
        return message.isEmpty()
                ? error.add("'a row fulfils the condition of an ERROR clause')")
                : error.add("CAST(").add(message, merge.target()).add(" AS VARCHAR))");
    }

    private Composed typed(Span value) {
        return new Composed(merge.text()).add(value, merge.target());
    }

    private String column(String name) {
        return RowChanges.column(
                        table, name, merge.text(), merge.target().name().span())
                .name();
    }

    private boolean has(MergeClause.Rows rows) {
        return merge.clauses().stream().anyMatch(clause -> clause.rows() == rows);
    }

    /// The numbers of the clauses that do something.
    private String effective() {
        return numbers(IntStream.range(0, merge.clauses().size())
                .filter(i -> !(merge.clauses().get(i).action() instanceof MergeClause.Action.Nothing)));
    }

    /// The numbers of the clauses that leave a row.
    private String coming() {
        return numbers(IntStream.range(0, merge.clauses().size())
                .filter(i -> switch (merge.clauses().get(i).action()) {
                    case MergeClause.Action.Update _,
                            MergeClause.Action.UpdateAll _,
                            MergeClause.Action.Insert _,
                            MergeClause.Action.InsertAll _ -> true;
                    case MergeClause.Action.Delete _, MergeClause.Action.Nothing _, MergeClause.Action.Failure _ ->
                        false;
                }));
    }

    private static String numbers(IntStream clauses) {
        String numbers = clauses.mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "-1" : numbers;
    }

    /// A row of the target can become only one thing.
    private void checkPairs() {
        Object twice = changes
                .connection()
                .fetch("SELECT " + RowEdit.FILE + " FROM " + RowChanges.CHANGES + " WHERE " + RowEdit.FILE
                        + " IS NOT NULL GROUP BY " + RowEdit.FILE + ", " + RowEdit.ROW
                        + " HAVING count(*) > 1 LIMIT 1")
                .stream()
                .findFirst()
                .orElse(null);
        if (twice != null) {
            throw new ProblemException(Problem.failed(
                            "several rows of the source go with one row of the table",
                            RowChanges.place(merge.text(), merge.source()))
                    .advise("make the source unique in what it is joined by"));
        }
    }

    private List<String> sourceColumns() {
        boolean needed = merge.clauses().stream()
                .map(MergeClause::action)
                .anyMatch(action -> action instanceof MergeClause.Action.UpdateAll
                        || action instanceof MergeClause.Action.InsertAll);
        if (!needed) {
            return List.of();
        }
        Composed source = new Composed(merge.text())
                .add(merge.with())
                .add(" SELECT * FROM ")
                .add(merge.source());
        return new ArrayList<>(changes.runs().columns(source, List.of()).all())
                .stream().map(StoredColumn::name).toList();
    }
}
