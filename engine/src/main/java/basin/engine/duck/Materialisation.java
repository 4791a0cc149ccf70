package basin.engine.duck;

import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.duck.SqlTypes;
import basin.engine.Refresh;
import basin.lake.Lake;
import basin.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the rows of a query into a table of the lake.
///
/// The files are written where the query runs, by DuckDB itself: the rows never pass through Java.
final class Materialisation {

    private final Lake lake;
    private final TableName name;
    private final Refresh refresh;

    Materialisation(Lake lake, TableName name, Refresh refresh) {
        this.lake = lake;
        this.name = name;
        this.refresh = refresh;
    }

    /// Runs a query, which sees what `connection` sees, and commits what it returns.
    ///
    /// @return how many rows that were
    long run(DuckConnection connection, String select) {
        Schema columns = columns(connection, select);
        Optional<LakeTable> present = lake.find(name);
        if (present.isPresent()) {
            LakeTable table = present.get();
            table.evolve(columns, Map.of());
            return write(connection, select, columns, table);
        }
        LakeTable table = lake.create(name, columns);
        try {
            return write(connection, select, columns, table);
        } catch (RuntimeException | Error e) {
            lake.drop(name);
            throw e;
        }
    }

    private static Schema columns(DuckConnection connection, String select) {
        try (Rows none = connection.query("FROM (" + select + "\n) LIMIT 0")) {
            return none.schema();
        }
    }

    private long write(DuckConnection connection, String select, Schema columns, LakeTable table) {
        ParquetLayout layout = new ParquetLayout(table.staging(), fieldIds(columns, table));
        List<ParquetFile> files = ParquetWriter.write(connection, casting(select, columns, table), layout);
        switch (refresh) {
            case REPLACE -> table.overwrite(files, null);
            case APPEND -> table.append(files, null);
        }
        return files.stream().mapToLong(ParquetFile::rows).sum();
    }

    /// The ids of the columns that are written; a table may have more.
    private static FieldIds fieldIds(Schema columns, LakeTable table) {
        return new FieldIds(table.fieldIds().fields().stream()
                .filter(field -> columns.field(field.name()).isPresent())
                .toList());
    }

    /// The query with its columns named and typed as the table's are.
    private static String casting(String select, Schema columns, LakeTable table) {
        Schema target = table.schema();
        List<String> inside = new ArrayList<>();
        List<String> casts = new ArrayList<>();
        for (Field column : columns.fields()) {
            String alias = "c" + inside.size();
            Field field = target.field(column.name()).orElse(column);
            inside.add(alias);
            casts.add("CAST(" + alias + " AS " + SqlTypes.of(field.type()) + ") AS " + TableName.quote(field.name()));
        }
        return "SELECT " + String.join(", ", casts) + " FROM (" + select + "\n) AS t(" + String.join(", ", inside)
                + ")";
    }
}
