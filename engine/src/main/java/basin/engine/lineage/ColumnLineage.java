package basin.engine.lineage;

/// A column of a query, and what it depends on.
public record ColumnLineage(String name, Flow flow) {

    boolean isCalled(String other) {
        return name.equalsIgnoreCase(other);
    }

    ColumnLineage named(String other) {
        return new ColumnLineage(other, flow);
    }
}
