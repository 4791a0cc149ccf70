package basin.engine.lineage;

/// What a column of a query has of a column of a table, in the words of OpenLineage's column lineage facet.
public enum Transformation {
    /// Its values, as they are.
    IDENTITY(true),
    /// Values computed from its values, row by row.
    TRANSFORMATION(true),
    /// Values computed from its values in many rows.
    AGGREGATION(true),
    /// Nothing of it: it decides which rows meet.
    JOIN(false),
    /// Nothing of it: it decides which rows are one group.
    GROUP_BY(false),
    /// Nothing of it: it decides which rows count.
    FILTER(false),
    /// Nothing of it: it decides in which order rows come.
    SORT(false),
    /// Nothing of it: it decides which rows a window holds.
    WINDOW(false),
    /// Nothing of it: it decides which of several values is taken.
    CONDITIONAL(false);

    private final boolean direct;

    Transformation(boolean direct) {
        this.direct = direct;
    }

    /// Whether values pass; otherwise it only decides.
    public boolean isDirect() {
        return direct;
    }
}
