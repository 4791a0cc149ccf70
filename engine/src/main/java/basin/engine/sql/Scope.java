package basin.engine.sql;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that WITH clauses give to queries, as far as they can be seen from one place of a statement.
///
/// It must never hold a name that DuckDB does not see at that place: DuckDB would go on looking for it among
/// its own views and among files.
///
/// @param names     in lower case
/// @param recurring those of the recursive queries whose recursive term the place is in, in lower case
record Scope(Set<String> names, Set<String> recurring) {

    static final Scope EMPTY = new Scope(Set.of(), Set.of());

    /// What is seen where one more query has a name.
    Scope with(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new Scope(
                and(names, lower),
                recurring.stream().filter(Predicate.not(lower::equals)).collect(Collectors.toUnmodifiableSet()));
    }

    /// What is seen in the recursive term of a query: its own name, for the rows of the step before, and under the
    /// schema `recurring` for all rows so far.
    Scope recurringWith(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new Scope(and(names, lower), and(recurring, lower));
    }

    /// Whether a table reference means one of them. A name with a schema never does, but for the rows that
    /// a recursive query has found so far.
    boolean holds(Node table) {
        String schema = table.text("schema_name");
        String name = table.text("table_name").toLowerCase(Locale.ROOT);
        boolean seen = schema.isEmpty()
                ? names.contains(name)
                : schema.equalsIgnoreCase("recurring") && recurring.contains(name);
        return seen
                && table.text("catalog_name").isEmpty()
                && !table.get("at_clause").present();
    }

    private static Set<String> and(Set<String> names, String name) {
        return Stream.concat(names.stream(), Stream.of(name)).collect(Collectors.toUnmodifiableSet());
    }
}
