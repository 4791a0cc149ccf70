package basin.engine.workspace.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.duck.ParquetFile;
import basin.engine.duck.StoredColumn;
import basin.engine.duck.StoredColumns;
import basin.engine.statement.RelationName;
import basin.engine.statement.Span;
import basin.engine.statement.Target;
import basin.lake.LakeTable;
import basin.lake.RowEdit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Adds the rows of a query to a table of the lake, and takes out those that have the same key. The new
/// rows are written first; their keys are then read from their files.
record KeyedChanges(RowChanges changes) {

    /// Each new row takes the place of the one with its key. Returns how many came.
    long merge(LakeTable table, Composed select, List<String> key, Map<String, String> notes) {
        List<String> columns = columns(table, key);
        List<ParquetFile> files = write(table, select);
        try {
            table.merge(files, columns, changes.connection(), notes);
            return TableWriter.rows(files);
        } catch (RuntimeException | Error e) {
            TableWriter.discard(files, e);
            throw e;
        }
    }

    /// The new rows take the place of all rows with their keys.
    ///
    /// @param nullsEqual whether a null is equal to a null
    /// @param predicate  what a row must fulfil, too, to go; empty for nothing
    /// @return how many came
    long replace(
            LakeTable table,
            Composed select,
            List<String> key,
            boolean nullsEqual,
            String predicate,
            Map<String, String> notes) {
        List<String> columns = columns(table, key);
        List<ParquetFile> files = write(table, select);
        try (RowEdit edit = table.edit(changes.connection())) {
            String places =
                    files.isEmpty() ? "" : "(" + places(table, edit, files, columns, nullsEqual, predicate) + ")";
            edit.commit(places, files, notes);
            return TableWriter.rows(files);
        } catch (RuntimeException | Error e) {
            TableWriter.discard(files, e);
            throw e;
        }
    }

    /// The new rows take the place of all that fulfil a condition. Returns how many came.
    long replaceWhere(LakeTable table, Composed select, String predicate, Map<String, String> notes) {
        Target target = target(table);
        List<ParquetFile> files = write(table, select);
        try (RowEdit edit = table.edit(changes.connection())) {
            edit.commit(
                    "(SELECT " + RowChanges.places(target) + " FROM " + RowChanges.rows(table, edit, target)
                            + " WHERE (" + predicate + "\n))",
                    files,
                    notes);
            return TableWriter.rows(files);
        } catch (RuntimeException | Error e) {
            TableWriter.discard(files, e);
            throw e;
        }
    }

    private static Target target(LakeTable table) {
        return new Target(
                new RelationName("", "", table.name().name(), Span.EMPTY),
                table.name().name());
    }

    private List<ParquetFile> write(LakeTable table, Composed select) {
        return changes.writer().write(table, select, changes.writer().byName(table, select));
    }

    private static String places(
            LakeTable table,
            RowEdit edit,
            List<ParquetFile> files,
            List<String> key,
            boolean nullsEqual,
            String predicate) {
        Target target = target(table);
        String alias = TableName.quote(target.alias());
        String columns = key.stream().map(TableName::quote).collect(Collectors.joining(", "));
        String same = key.stream()
                .map(column -> alias + "." + TableName.quote(column) + (nullsEqual ? " IS NOT DISTINCT FROM " : " = ")
                        + "\"basin new\"." + TableName.quote(column))
                .collect(Collectors.joining(" AND "));
        String read = files.stream()
                .map(file -> "'" + file.path().toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
        String fresh = StoredColumns.of(table).only(key).typed("SELECT " + columns + " FROM " + read, "");
        return "SELECT " + RowChanges.places(target) + " FROM " + RowChanges.rows(table, edit, target)
                + " SEMI JOIN (SELECT DISTINCT * FROM (" + fresh + ")) AS \"basin new\" ON " + same
                + (predicate.isEmpty() ? "" : " WHERE (" + predicate + "\n)");
    }

    /// The names of the key's columns as the table spells them.
    private static List<String> columns(LakeTable table, List<String> key) {
        if (key.isEmpty()) {
            throw new ProblemException(Problem.wrong(
                    "rows are to be replaced by their key, and it has no columns",
                    new Place.InTable(table.name().toString())));
        }
        return key.stream().map(name -> column(table, name)).toList();
    }

    private static String column(LakeTable table, String name) {
        return StoredColumns.of(table).all().stream()
                .map(StoredColumn::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new ProblemException(TableWriter.missing(table, name)));
    }
}
