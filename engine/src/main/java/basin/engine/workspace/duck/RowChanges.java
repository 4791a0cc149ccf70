package basin.engine.workspace.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.engine.duck.StoredColumn;
import basin.engine.duck.StoredColumns;
import basin.engine.sql.SqlText;
import basin.engine.statement.Assignment;
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

/// Changes single rows of tables of the lake: DuckDB finds them and computes the new ones, and one
/// commit takes the old ones out and puts the new ones in.
record RowChanges(DuckConnection connection, Runs runs, TableWriter writer) {

    /// Where the rows that change are gathered, with their places and their new values.
    static final String CHANGES = "temp.basin_changes";

    /// `INSERT`. Returns how many rows came.
    long insert(LakeTable table, Statement.Insert insert) {
        Composed source = source(insert);
        List<StoredColumn> columns = insert.byName() ? writer.byName(table, source) : columns(table, insert);
        int given = runs.columns(source, List.of()).all().size();
        if (!insert.source().isEmpty() && given != columns.size()) {
            throw new ProblemException(Problem.wrong(
                    "the table takes " + columns.size() + " columns here, and " + given + " are given",
                    place(insert.text(), insert.name().span())));
        }
        return append(table, source, columns.subList(0, given), Map.of());
    }

    /// Adds the rows of a query. Returns how many.
    long append(LakeTable table, Composed select, List<StoredColumn> columns, Map<String, String> notes) {
        List<ParquetFile> files = writer.write(table, select, columns);
        try {
            table.add(files, notes);
        } catch (RuntimeException | Error e) {
            TableWriter.discard(files, e);
            throw e;
        }
        return TableWriter.rows(files);
    }

    /// `DELETE`. Returns how many rows went.
    long delete(LakeTable table, Statement.Delete delete) {
        Target target = delete.target();
        try (RowEdit edit = table.edit(connection)) {
            Composed places = new Composed(delete.text())
                    .add(delete.with())
                    .add(" SELECT " + places(target) + " FROM " + rows(table, edit, target))
                    .add(delete.using().isEmpty() ? "" : ", ")
                    .add(delete.using())
                    .add(delete.where().isEmpty() ? "" : " WHERE ")
                    .add(delete.where(), target);
            gather(places);
            return edit.commit(CHANGES, List.of(), Map.of());
        } finally {
            forget();
        }
    }

    /// `UPDATE`. Returns how many rows changed.
    long update(LakeTable table, Statement.Update update) {
        Target target = update.target();
        List<StoredColumn> columns = StoredColumns.of(table).all();
        Map<String, Span> values = values(table, update.assignments(), update.text(), target);
        try (RowEdit edit = table.edit(connection)) {
            Composed changes = new Composed(update.text())
                    .add(update.with())
                    .add(update.from().isEmpty() ? " SELECT " : " SELECT DISTINCT ON (" + places(target) + ") ")
                    .add(places(target));
            for (int i = 0; i < columns.size(); i++) {
                StoredColumn column = columns.get(i);
                Span value = values.get(column.name());
                changes.add(", ");
                if (value == null) {
                    changes.add(TableName.quote(target.alias()) + "." + TableName.quote(column.name()));
                } else {
                    changes.add("CAST(").add(value, target).add("\n AS " + column.duckType() + ")");
                }
                changes.add(" AS c" + i);
            }
            changes.add(" FROM " + rows(table, edit, target))
                    .add(update.from().isEmpty() ? "" : ", ")
                    .add(update.from())
                    .add(update.where().isEmpty() ? "" : " WHERE ")
                    .add(update.where(), target);
            gather(changes);
            return replace(table, edit, columns, "true");
        } finally {
            forget();
        }
    }

    /// Takes the gathered rows out, and puts their new values in.
    ///
    /// @param coming SQL that tells which of the gathered rows have new values
    /// @return how many rows were gathered
    long replace(LakeTable table, RowEdit edit, List<StoredColumn> columns, String coming) {
        long gathered = count();
        if (gathered == 0) {
            return 0;
        }
        String select = columns.stream()
                .map(column -> "c" + columns.indexOf(column))
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + CHANGES + " WHERE " + coming));
        List<ParquetFile> files = writer.write(table, new Composed(new SqlText(select)).add(select), columns);
        try {
            edit.commit(CHANGES + " WHERE " + RowEdit.FILE + " IS NOT NULL", files, Map.of());
        } catch (RuntimeException | Error e) {
            TableWriter.discard(files, e);
            throw e;
        }
        return gathered;
    }

    /// Runs a query whose rows are changes.
    void gather(Composed changes) {
        runs.execute(new Composed(changes.source())
                .add("CREATE OR REPLACE TEMP TABLE basin_changes AS ")
                .add(changes));
    }

    void forget() {
        connection.execute("DROP TABLE IF EXISTS " + CHANGES);
    }

    /// The rows of a table with their places, under the alias that the statement gives them.
    static String rows(LakeTable table, RowEdit edit, Target target) {
        String typed = StoredColumns.of(table).typed(edit.sql(), ", " + RowEdit.FILE + ", " + RowEdit.ROW);
        return "(" + typed + ") AS " + TableName.quote(target.alias());
    }

    static String places(Target target) {
        String alias = TableName.quote(target.alias());
        return alias + "." + RowEdit.FILE + ", " + alias + "." + RowEdit.ROW;
    }

    /// Assigned values by the names of the table's columns.
    static Map<String, Span> values(LakeTable table, List<Assignment> assignments, SqlText text, Target target) {
        Map<String, Span> values = new HashMap<>();
        for (Assignment assignment : assignments) {
            StoredColumn column =
                    column(table, assignment.column(), text, target.name().span());
            values.put(column.name(), assignment.value());
        }
        return values;
    }

    /// A column by its name, in any case.
    static StoredColumn column(LakeTable table, String name, SqlText text, Span where) {
        return StoredColumns.of(table).all().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        TableWriter.missing(table, name).at(text.find(name).orElse(place(text, where)))));
    }

    static Place place(SqlText text, Span span) {
        return text.place(span.start(), span.end() - span.start());
    }

    private long count() {
        Object count =
                connection.fetch("SELECT count(*) FROM " + CHANGES).getFirst().getFirst();
        return count instanceof Long number ? number : 0;
    }

    private static Composed source(Statement.Insert insert) {
        return insert.source().isEmpty()
                ? new Composed(insert.text()).add("SELECT NULL")
                : new Composed(insert.text()).add(insert.with()).add(" ").add(insert.source());
    }

    private static List<StoredColumn> columns(LakeTable table, Statement.Insert insert) {
        if (insert.columns().isEmpty()) {
            return StoredColumns.of(table).all();
        }
        List<StoredColumn> columns = new ArrayList<>();
        for (String name : insert.columns()) {
            columns.add(column(table, name, insert.text(), insert.name().span()));
        }
        return columns;
    }
}
