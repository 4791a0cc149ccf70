package basin.engine.sql;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that WITH clauses give to queries, as far as they can be seen from one place of a statement.
///
/// @param names in lower case
record Scope(Set<String> names) {

    static final Scope EMPTY = new Scope(Set.of());

    /// What is seen where one more query has a name.
    Scope with(String name) {
        return new Scope(Stream.concat(names.stream(), Stream.of(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Whether a table reference means one of them. A name with a schema never does, but for the rows that
    /// a recursive query has found so far.
    boolean holds(Node table) {
        String schema = table.text("schema_name");
        return (schema.isEmpty() || schema.equalsIgnoreCase("recurring"))
                && table.text("catalog_name").isEmpty()
                && !table.get("at_clause").present()
                && names.contains(table.text("table_name").toLowerCase(Locale.ROOT));
    }
}
