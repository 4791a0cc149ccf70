package basin.lake;

import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What a test does with a lake all the time: write files for a table with SQL, and read what readers see.
final class Workbench implements AutoCloseable {
    private final Duck duck;
    private final DuckConnection connection;

    Workbench(Path temp) {
        this.duck = Duck.open(new DuckSettings(512L << 20, temp.resolve("duck"), 1L << 30, 2));
        this.connection = duck.connect();
    }

    DuckConnection connection() {
        return connection;
    }

    /// Files with the rows of a query, where the table wants them.
    List<ParquetFile> files(LakeTable table, String select) {
        return files(table.staging(), table, select);
    }

    List<ParquetFile> files(Path staging, LakeTable table, String select) {
        return ParquetWriter.write(connection, select, new ParquetLayout(staging, table.fieldIds()));
    }

    /// Files with rows that have not all columns of the table.
    List<ParquetFile> files(LakeTable table, Schema columns, String select) {
        return ParquetWriter.write(connection, select, new ParquetLayout(table.staging(), table.fieldIds(columns)));
    }

    /// All rows as readers see them now, as text, in order: `1|a`.
    List<String> rows(LakeTable table) {
        return rows(table, AsOf.LATEST, Predicate.ANY);
    }

    List<String> rows(LakeTable table, AsOf asOf, Predicate predicate) {
        try (TableScan scan = table.scan(asOf, predicate)) {
            scan.prepare(connection);
            return fetch("SELECT * FROM (" + scan.sql() + ") ORDER BY ALL");
        }
    }

    List<String> fetch(String sql) {
        return connection.fetch(sql).stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("|")))
                .toList();
    }

    @Override
    public void close() {
        connection.close();
        duck.close();
    }

    static TableName table(String name) {
        return new TableName("shop", name);
    }

    static LakeTable create(Lake lake, String name, Schema schema) {
        return lake.create(table(name), schema);
    }
}
