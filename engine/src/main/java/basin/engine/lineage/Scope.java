package basin.engine.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What names mean at one place of a query, as DuckDB looks them up.
///
/// @param from    what the query reads
/// @param queries what WITH clauses have named, by names in lower case
/// @param aliases what the query itself has named so far, by names in lower case; columns it reads come first
/// @param outer   where the query stands; null for a whole statement
record Scope(
        From from,
        Map<String, Shape> queries,
        Map<String, Flow> aliases,
        @Nullable Scope outer) {
    Scope {
        queries = Map.copyOf(queries);
        aliases = Map.copyOf(aliases);
    }

    static final Scope EMPTY = new Scope(From.NOTHING, Map.of(), Map.of(), null);

    /// What is seen where a query has a name.
    Scope with(String name, Shape query) {
        return new Scope(from, and(queries, name, query), aliases, outer);
    }

    /// What is seen by a query that stands here, and reads this.
    Scope reading(From inner) {
        return new Scope(inner, queries, Map.of(), this);
    }

    /// What is seen where a value has a name.
    Scope withAlias(String name, Flow flow) {
        return new Scope(from, queries, and(aliases, name, flow), outer);
    }

    /// What is seen where names mean values that depend on no column.
    Scope withParameters(List<String> names) {
        List<ColumnLineage> columns =
                names.stream().map(name -> new ColumnLineage(name, Flow.NONE)).toList();
        return reading(From.of(new Input(List.of(), Shape.of(columns, Flow.NONE))));
    }

    private static <V> Map<String, V> and(Map<String, V> some, String name, V value) {
        Map<String, V> more = new HashMap<>(some);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return more;
    }

    /// What a reference to a column means.
    ///
    /// @param names as they were typed, with dots between them: of a database, a schema, a table, a column, and
    ///              fields in it, of which all but the column may be missing
    Flow column(List<String> names) {
        for (Scope place = this; place != null; place = place.outer) {
            Optional<Flow> found = place.here(names);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Flow.unknown("no column is known as " + String.join(".", names));
    }

    private Optional<Flow> here(List<String> names) {
        for (int tables = Math.min(3, names.size() - 1); tables >= 0; tables--) {
            Optional<Flow> found = here(names.subList(0, tables), names.get(tables));
            if (found.isPresent()) {
                return tables < names.size() - 1 ? found.map(Flow::changed) : found;
            }
        }
        if (!from.open().isEmpty()) {
            return Optional.of(Flow.unknown(from.open()));
        }
        Flow alias = aliases.get(names.getFirst().toLowerCase(Locale.ROOT));
        if (alias != null) {
            return Optional.of(names.size() > 1 ? alias.changed() : alias);
        }
        return input(names).map(input -> input.shape().whole().changed());
    }

    private Optional<Flow> here(List<String> table, String column) {
        List<ColumnLineage> found = table.isEmpty()
                ? from.visible().stream().map(Visible::column).toList()
                : input(table).map(input -> input.shape().columns()).orElse(List.of());
        List<ColumnLineage> called =
                found.stream().filter(each -> each.isCalled(column)).toList();
        if (called.isEmpty()) {
            return input(table).map(Input::shape).filter(Shape::isOpen).map(shape -> Flow.unknown(shape.open()));
        }
        return Optional.of(
                called.size() == 1
                        ? called.getFirst().flow()
                        : Flow.unknown(column + " may mean " + called.size() + " columns"));
    }

    /// What has a name in the FROM clause; empty for none, or for several of that name.
    Optional<Input> input(List<String> names) {
        List<Input> found =
                from.inputs().stream().filter(input -> input.isCalled(names)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
