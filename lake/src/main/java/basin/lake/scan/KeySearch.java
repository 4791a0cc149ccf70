package basin.lake.scan;

import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.types.Types.NestedField;

/// Finds the rows that have one of many keys, reading nothing but the columns of the key. Nulls are
/// equal to nulls.
///
/// The keys lie in a temporary table of the connection until the search is closed. For the connection's
/// thread.
public final class KeySearch implements AutoCloseable {
    private static final AtomicLong SEARCHES = new AtomicLong();

    private final DuckConnection connection;
    private final List<ParquetFile> files;
    private final List<ParquetFile> gone;
    private final List<NestedField> key;
    private final String keys = "basin_keys_" + SEARCHES.incrementAndGet();

    /// Collects the keys of the rows in some files.
    ///
    /// @param files  the later in the list, and the later in a file, the newer a row
    /// @param gone   more rows, of which only the keys count
    /// @param key    columns of the table
    public KeySearch(
            DuckConnection connection, List<ParquetFile> files, List<ParquetFile> gone, List<NestedField> key) {
        this.connection = connection;
        this.files = List.copyOf(files);
        this.gone = List.copyOf(gone);
        this.key = List.copyOf(key);
        List<Path> all = Stream.concat(files.stream(), gone.stream())
                .map(ParquetFile::path)
                .toList();
        connection.execute("CREATE TEMP TABLE " + keys + " AS SELECT DISTINCT " + columns("") + " FROM " + read(all));
    }

    /// What other files must hold to be of interest: the range of each column of the key.
    public Predicate range() {
        return KeyRange.of(
                connection, keys, key, key.stream().map(ReadParquet::alias).toList());
    }

    /// The rows of other files that have one of the keys.
    ///
    /// @param rows the most that one of the files has
    /// @return by the number of the file in `others`, the numbers of its rows, both from 0; files
    /// without such rows are left out
    public Map<Integer, BitSet> rowsIn(List<Path> others, long rows) {
        if (others.isEmpty()) {
            return Map.of();
        }
        String same = key.stream()
                .map(ReadParquet::alias)
                .map(column -> "t." + column + " IS NOT DISTINCT FROM k." + column)
                .collect(Collectors.joining(" AND "));
        return RowPositions.fetch(connection, read(others) + " t SEMI JOIN " + keys + " k ON " + same, rows);
    }

    /// The rows of the files themselves that a newer one with the same key makes void; numbered as in
    /// [#rowsIn(List, long)].
    public Map<Integer, BitSet> voidRows() {
        long all = Stream.concat(files.stream(), gone.stream())
                .mapToLong(ParquetFile::rows)
                .sum();
        Object different =
                connection.fetch("SELECT count(*) FROM " + keys).getFirst().getFirst();
        if (files.isEmpty() || Long.valueOf(all).equals(different)) {
            return Map.of();
        }
        long most = files.stream().mapToLong(ParquetFile::rows).max().orElse(0);
        return RowPositions.fetch(
                connection,
                "(SELECT file_index, file_row_number FROM " + read(paths(files))
                        + " QUALIFY row_number() OVER (PARTITION BY " + columns("")
                        + " ORDER BY file_index DESC, file_row_number DESC) > 1)",
                most);
    }

    @Override
    public void close() {
        connection.execute("DROP TABLE IF EXISTS " + keys);
    }

    private String read(List<Path> paths) {
        return ReadParquet.call(paths, key);
    }

    private String columns(String table) {
        return key.stream().map(column -> table + ReadParquet.alias(column)).collect(Collectors.joining(", "));
    }

    private static List<Path> paths(List<ParquetFile> files) {
        return files.stream().map(ParquetFile::path).toList();
    }
}
