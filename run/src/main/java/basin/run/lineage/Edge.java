package basin.run.lineage;

import basin.engine.lineage.Transformation;
import java.util.Comparator;

/// That a column depends on another, and how.
///
/// @param from the column of an input
/// @param to   the column that depends on it
public record Edge(TableColumn from, TableColumn to, Transformation transformation) implements Comparable<Edge> {

    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::to).thenComparing(Edge::transformation).thenComparing(Edge::from);

    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }
}
