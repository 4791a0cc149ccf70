package basin.engine.workspace.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.SqlTypes;
import basin.engine.duck.StoredColumn;
import basin.engine.duck.StoredColumns;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.TableReplacement;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the rows of queries into tables of the lake. The files are written where the query runs, by
/// DuckDB itself: the rows never pass through Java.
record TableWriter(Lake lake, Runs runs) {

    /// Makes a table out of a query: a new one, or in place of what has the name.
    ///
    /// @param names other names for the query's columns; empty for its own
    /// @return how many rows it has
    long replace(TableName name, Composed select, List<String> names, Map<String, String> notes) {
        StoredColumns columns = runs.columns(select, names);
        TableReplacement replacement = lake.replace(name, columns.schema());
        try {
            List<ParquetFile> files = runs.write(
                    stored(select, columns.all()), new ParquetLayout(replacement.staging(), replacement.fieldIds()));
            replacement.publish(files, with(notes, columns.note()));
            return rows(files);
        } catch (RuntimeException | Error e) {
            replacement.abandon();
            throw e;
        }
    }

    /// Makes a table without rows.
    ///
    /// @param schema of the same columns
    void create(TableName name, Schema schema, StoredColumns columns) {
        TableReplacement replacement = lake.replace(name, schema);
        try {
            replacement.publish(List.of(), columns.note());
        } catch (RuntimeException | Error e) {
            replacement.abandon();
            throw e;
        }
    }

    /// Writes files with the rows of a query for columns of a table. Whoever commits them gives them up
    /// with [#discard(List, Throwable)] if that fails.
    ///
    /// @param columns those that the query's columns are for, in the query's order
    List<ParquetFile> write(LakeTable table, Composed select, List<StoredColumn> columns) {
        Schema schema = new StoredColumns(columns).schema();
        FieldIds ids = table.fieldIds(schema);
        return runs.write(stored(select, columns), new ParquetLayout(table.staging(), ids));
    }

    /// Deletes files whose commit has failed; where nobody knows whether it has, they are left to upkeep.
    static void discard(List<ParquetFile> files, Throwable failure) {
        if (failure instanceof ProblemException problem && problem.kind() == Problem.Kind.UNKNOWN) {
            return;
        }
        for (ParquetFile file : files) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                System.getLogger(TableWriter.class.getName())
                        .log(System.Logger.Level.DEBUG, "left to upkeep: " + file.path(), e);
            }
        }
    }

    /// The columns of a table that go with those of a query by name.
    ///
    /// @throws ProblemException where the table lacks one
    List<StoredColumn> byName(LakeTable table, Composed select) {
        Map<String, StoredColumn> columns = new HashMap<>();
        StoredColumns.of(table).all().forEach(column -> columns.put(Relations.key(column.name()), column));
        List<StoredColumn> found = new ArrayList<>();
        for (StoredColumn wanted : runs.columns(select, List.of()).all()) {
            StoredColumn column = columns.get(Relations.key(wanted.name()));
            if (column == null) {
                throw new ProblemException(missing(table, wanted.name()));
            }
            found.add(column);
        }
        return found;
    }

    static Problem missing(LakeTable table, String column) {
        List<String> names =
                StoredColumns.of(table).all().stream().map(StoredColumn::name).toList();
        return Problem.wrong(
                        "the table has no column '" + column + "'",
                        new Place.InTable(table.name().toString()))
                .advise(Suggestion.didYouMean(column, names));
    }

    static long rows(List<ParquetFile> files) {
        return files.stream().mapToLong(ParquetFile::rows).sum();
    }

    static Map<String, String> with(Map<String, String> notes, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(notes);
        all.putAll(more);
        return all;
    }

    /// A query whose columns are called and typed as the lake keeps them.
    private static Composed stored(Composed select, List<StoredColumn> columns) {
        List<String> inside = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            inside.add("c" + i);
        }
        String casts = columns.stream()
                .map(column -> cast(inside.get(columns.indexOf(column)), column))
                .collect(Collectors.joining(", "));
        return new Composed(select.source())
                .add("SELECT " + casts + " FROM (")
                .add(select)
                .add("\n) AS t(" + String.join(", ", inside) + ")");
    }

    private static String cast(String value, StoredColumn column) {
        String typed = column.asStored() ? value : "CAST(" + value + " AS " + column.duckType() + ")";
        return "CAST(" + typed + " AS " + SqlTypes.of(column.stored()) + ") AS " + TableName.quote(column.name());
    }
}
