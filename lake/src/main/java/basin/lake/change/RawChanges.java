package basin.lake.change;

import basin.core.stream.ChangeSchema;
import basin.lake.scan.ReadParquet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.NestedField;

/// Files of a raw table as DuckDB reads them: columns by their ids, and for each row its place, which
/// is one number.
final class RawChanges {

    /// The place of a row: the number of its file, then that of the row.
    static final String PLACE = "((file_index::BIGINT << 40) | file_row_number)";

    private final List<Path> files;
    private final Map<String, NestedField> columns;
    private final List<NestedField> key;

    /// @param key  names of columns, at least one
    RawChanges(List<Path> files, Schema raw, List<String> key) {
        this.files = List.copyOf(files);
        this.columns = raw.columns().stream().collect(Collectors.toMap(NestedField::name, Function.identity()));
        this.key = key.stream().map(this::existing).toList();
    }

    /// A column of the raw table; empty where it has none of that name.
    Optional<NestedField> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /// What one of the columns that every raw table has is called in [#read].
    String alias(String name) {
        return ReadParquet.alias(existing(name));
    }

    private NestedField existing(String name) {
        return column(name).orElseThrow(() -> new IllegalArgumentException("a raw table has a column " + name));
    }

    /// Some columns, as a table function; they are called as [ReadParquet#alias] says.
    String read(List<NestedField> wanted) {
        return ReadParquet.call(files, wanted);
    }

    /// The columns that say what happened, and the key.
    String readEvents() {
        return read(Stream.concat(
                        Stream.of(ChangeSchema.OP, ChangeSchema.POSITION, ChangeSchema.UNCHANGED, ChangeSchema.BEFORE)
                                .map(this::existing),
                        key.stream())
                .distinct()
                .toList());
    }

    /// The key of the row that a change speaks of, as SQL over [#readEvents].
    List<String> key() {
        return key.stream().map(ReadParquet::alias).toList();
    }

    /// The key that the row had before, as SQL over [#readEvents].
    List<String> keyBefore() {
        String before = alias(ChangeSchema.BEFORE);
        List<String> parts = new ArrayList<>();
        for (NestedField column : key) {
            parts.add("struct_extract(" + before + ", " + text(column.name()) + ")");
        }
        return parts;
    }

    /// A string literal.
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
