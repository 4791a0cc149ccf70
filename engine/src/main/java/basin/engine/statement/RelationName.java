package basin.engine.statement;

/// A table or a view as a statement calls it.
///
/// @param database empty where the statement leaves it out
/// @param schema   empty where the statement leaves it out
/// @param span     where the name stands
public record RelationName(String database, String schema, String name, Span span) {

    /// As people write it.
    public String typed() {
        return (database.isEmpty() ? "" : database + ".") + (schema.isEmpty() ? "" : schema + ".") + name;
    }
}
