package basin.run.lineage;

import java.util.Comparator;

/// A column of a table of the project, or of one that it reads.
///
/// @param table  the unique id of the node or source that it is of; for a table that the project does not know,
///               its name in the lake
/// @param column as it is spelt there
public record TableColumn(String table, String column) implements Comparable<TableColumn> {

    private static final Comparator<TableColumn> ORDER =
            Comparator.comparing(TableColumn::table).thenComparing(TableColumn::column);

    @Override
    public int compareTo(TableColumn other) {
        return ORDER.compare(this, other);
    }
}
