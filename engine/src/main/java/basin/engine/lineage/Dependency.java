package basin.engine.lineage;

import java.util.Comparator;

/// One column of a table that a column of a query depends on, and how.
public record Dependency(SourceColumn source, Transformation transformation) implements Comparable<Dependency> {

    private static final Comparator<Dependency> ORDER =
            Comparator.comparing(Dependency::transformation).thenComparing(Dependency::source);

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
