package basin.engine.lineage;

import basin.core.stream.TableName;
import java.util.Comparator;

/// A column of a table or a view of the lake.
///
/// @param column as it is spelt there
public record SourceColumn(TableName table, String column) implements Comparable<SourceColumn> {

    private static final Comparator<SourceColumn> ORDER = Comparator.<SourceColumn, String>comparing(
                    source -> source.table.schema())
            .thenComparing(source -> source.table.name())
            .thenComparing(SourceColumn::column);

    @Override
    public int compareTo(SourceColumn other) {
        return ORDER.compare(this, other);
    }
}
