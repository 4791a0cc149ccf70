package basin.model.resource;

/// A query of its own that must return no rows.
public record SingularTest() implements Kind {}
