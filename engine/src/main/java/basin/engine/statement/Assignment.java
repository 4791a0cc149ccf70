package basin.engine.statement;

/// `column = value`.
public record Assignment(String column, Span value) {}
