package basin.run.sync;

import basin.core.rows.Field;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Which rows of a quarantine table were read again by an increment, by their keys.
///
/// @param table    the quarantine table, as a query
/// @param key      the columns of the stream's key
/// @param read     files with rows of the stream
/// @param rejected files with rows for the quarantine table
record RowsReadAgain(String table, List<Field> key, List<ParquetFile> read, List<ParquetFile> rejected) {

    long count(DuckConnection connection) {
        String sql = "select count(*) from (" + table + ") where _key in (" + keys() + ")";
        return (Long) Objects.requireNonNull(connection.fetch(sql).getFirst().getFirst());
    }

    /// All other rows of the table, as a query.
    String others() {
        return "select * from (" + table + ") where _key is null or _key not in (" + keys() + ")";
    }

    private String keys() {
        List<String> keys = new ArrayList<>();
        if (!read.isEmpty()) {
            List<String> values = QuarantineTable.key(key);
            List<String> same = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                same.add("r." + TableName.quote(key.get(i).name()) + " = " + values.get(i));
            }
            keys.add("select _key from (%s) where exists (select 1 from %s r where %s)"
                    .formatted(table, parquet(read), String.join(" and ", same)));
        }
        if (!rejected.isEmpty()) {
            keys.add("select _key from " + parquet(rejected) + " where _key is not null");
        }
        return keys.isEmpty() ? "select null where false" : String.join(" union all ", keys);
    }

    /// Some files, as a table function.
    static String parquet(List<ParquetFile> files) {
        return files.stream()
                .map(file -> "'" + file.path().toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }
}
