package basin.duck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How rows are laid out in Parquet files.
///
/// @param folder    where the files are put; created if it is not there
/// @param fieldIds  the ids of the columns
/// @param fileBytes a new file is begun when one has reached this size; they get a little larger, never much
///                  smaller except for the last
/// @param sortedBy  columns by which all rows are sorted before they are written, nulls last; empty to keep
///     them as they come
public record ParquetLayout(Path folder, FieldIds fieldIds, long fileBytes, List<String> sortedBy) {

    /// What readers like best: large enough to be few, small enough to be read in parallel.
    public static final long USUAL_FILE_BYTES = 256L << 20;

    public ParquetLayout {
        folder = folder.toAbsolutePath();
        sortedBy = List.copyOf(sortedBy);
        if (fileBytes < 1) {
            throw new IllegalArgumentException("files of " + fileBytes + " bytes");
        }
    }

    /// Files of the usual size, rows in the order in which they come.
    public ParquetLayout(Path folder, FieldIds fieldIds) {
        this(folder, fieldIds, USUAL_FILE_BYTES, List.of());
    }

    /// The same layout, for rows under their distinct names.
    ///
    /// @param more names of columns that are not those of the rows
    ParquetLayout named(DistinctlyNamedRows rows, Set<String> more) {
        List<FieldIds.Field> ids = new ArrayList<>(rows.fieldIds(fieldIds).fields());
        fieldIds.fields().stream().filter(id -> more.contains(id.name())).forEach(ids::add);
        return new ParquetLayout(
                folder,
                new FieldIds(ids),
                fileBytes,
                sortedBy.stream().map(rows::name).toList());
    }
}
