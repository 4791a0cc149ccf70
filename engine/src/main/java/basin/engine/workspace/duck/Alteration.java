package basin.engine.workspace.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.engine.duck.StoredColumn;
import basin.engine.duck.StoredColumns;
import basin.engine.statement.AlterAction;
import basin.engine.statement.Span;
import basin.engine.statement.Statement;
import basin.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes the columns of tables of the lake: in the table's metadata where Iceberg can, and by a query
/// that writes the table anew where it cannot.
record Alteration(TableWriter writer, String database) {

    /// @param alter whose action concerns columns
    void run(LakeTable table, Statement.Alter alter) {
        switch (alter.action()) {
            case AlterAction.AddColumn add -> add(table, alter, add);
            case AlterAction.DropColumn drop -> drop(table, alter, drop);
            case AlterAction.RenameColumn rename -> rename(table, alter, rename);
            case AlterAction.ChangeType change -> change(table, alter, change);
            case AlterAction.NotOffered not ->
                throw new ProblemException(Problem.wrong(
                        "tables of the lake have no " + not.what(), RowChanges.place(alter.text(), not.span())));
            case AlterAction.Nothing _, AlterAction.Rename _, AlterAction.Move _ -> {
                // Nothing about columns.
            }
        }
    }

    private void add(LakeTable table, Statement.Alter alter, AlterAction.AddColumn add) {
        Optional<StoredColumn> there = find(table, add.column());
        if (there.isPresent()) {
            if (!add.ifNotExists()) {
                throw new ProblemException(
                        Problem.wrong("the table has a column '" + add.column() + "' already", place(alter)));
            }
            return;
        }
        Composed value = new Composed(alter.text())
                .add("CAST(")
                .add(add.value().isEmpty() ? "NULL" : "")
                .add(add.value())
                .add(" AS ")
                .add(add.type())
                .add(") AS " + TableName.quote(add.column()));
        if (!add.value().isEmpty()) {
            rewrite(table, alter, new Composed(alter.text()).add("SELECT *, ").add(value));
            return;
        }
        StoredColumn column = writer.runs()
                .columns(new Composed(alter.text()).add("SELECT ").add(value), List.of())
                .all()
                .getFirst();
        List<Field> fields = new ArrayList<>(table.schema().fields());
        fields.add(Field.optional(column.name(), column.stored()));
        List<StoredColumn> columns = new ArrayList<>(StoredColumns.of(table).all());
        columns.add(column);
        table.evolve(new Schema(fields, table.schema().primaryKey()), Map.of());
        note(table, columns);
    }

    private void drop(LakeTable table, Statement.Alter alter, AlterAction.DropColumn drop) {
        Optional<StoredColumn> there = find(table, drop.column());
        if (there.isEmpty() && drop.ifExists()) {
            return;
        }
        StoredColumn column = there.orElseThrow(() -> missing(table, alter, drop.column()));
        if (table.schema().fields().size() == 1) {
            throw new ProblemException(Problem.wrong("a table needs a column, and this is its only one", place(alter)));
        }
        table.dropColumns(List.of(column.name()));
    }

    private void rename(LakeTable table, Statement.Alter alter, AlterAction.RenameColumn rename) {
        StoredColumn column = find(table, rename.from()).orElseThrow(() -> missing(table, alter, rename.from()));
        Schema schema = table.schema();
        List<Field> fields = schema.fields().stream()
                .map(field -> field.name().equals(column.name())
                        ? new Field(rename.to(), field.type(), field.required(), field.doc())
                        : field)
                .toList();
        List<StoredColumn> columns = StoredColumns.of(table).all().stream()
                .map(it -> it.equals(column)
                        ? new StoredColumn(rename.to(), it.stored(), it.duckType(), it.asStored())
                        : it)
                .toList();
        List<String> key = schema.primaryKey().stream()
                .map(name -> name.equals(column.name()) ? rename.to() : name)
                .toList();
        table.evolve(new Schema(fields, key), Map.of(column.name(), rename.to()));
        note(table, columns);
    }

    private void change(LakeTable table, Statement.Alter alter, AlterAction.ChangeType change) {
        StoredColumn column = find(table, change.column()).orElseThrow(() -> missing(table, alter, change.column()));
        String name = TableName.quote(column.name());
        rewrite(
                table,
                alter,
                new Composed(alter.text())
                        .add("SELECT * REPLACE (CAST(")
                        .add(change.value().isEmpty() ? name : "")
                        .add(change.value())
                        .add(" AS ")
                        .add(change.type())
                        .add(") AS " + name + ")"));
    }

    private void rewrite(LakeTable table, Statement.Alter alter, Composed select) {
        Composed query = new Composed(alter.text())
                .add(select)
                .add(" FROM " + TableName.quote(database) + "." + table.name().quoted());
        writer.replace(table.name(), query, List.of(), Map.of());
    }

    private static void note(LakeTable table, List<StoredColumn> columns) {
        Map<String, String> note = new StoredColumns(columns).note();
        String before = table.notes().getOrDefault(StoredColumns.NOTE, "{}");
        if (!before.equals(note.get(StoredColumns.NOTE))) {
            table.note(note);
        }
    }

    private static Optional<StoredColumn> find(LakeTable table, String name) {
        return StoredColumns.of(table).all().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static ProblemException missing(LakeTable table, Statement.Alter alter, String column) {
        return new ProblemException(TableWriter.missing(table, column).at(place(alter)));
    }

    private static Place place(Statement.Alter alter) {
        Span name = alter.name().span();
        return RowChanges.place(alter.text(), name);
    }
}
