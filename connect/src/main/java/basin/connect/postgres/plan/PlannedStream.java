package basin.connect.postgres.plan;

import basin.connect.Stream;
import basin.connect.postgres.catalog.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream, and where its rows are.
///
/// @param relation what it is called after
/// @param columns in the order of the stream's schema
/// @param parts what is read for it, each without its own children: the table, its partitions, or its children
///     that are no streams themselves. Empty for a partitioned table without partitions
/// @param told whether changes and deletions of its rows can be followed, and not only new rows
/// @param cursor null for a stream that has none
public record PlannedStream(
        Stream stream,
        Relation relation,
        List<PlannedColumn> columns,
        List<Relation> parts,
        boolean told,
        @Nullable Cursor cursor) {

    public PlannedStream {
        columns = List.copyOf(columns);
        parts = List.copyOf(parts);
    }

    /// What is selected of each row, as SQL.
    public String selectList() {
        return String.join(", ", columns.stream().map(PlannedColumn::expression).toList());
    }
}
