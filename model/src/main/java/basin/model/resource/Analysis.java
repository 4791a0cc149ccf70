package basin.model.resource;

/// A query that is compiled and never run.
public record Analysis() implements Kind {}
