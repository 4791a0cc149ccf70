package basin.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A constraint of a table or column that a model's contract asks for.
///
/// @param type `not_null`, `unique`, `primary_key`, `foreign_key`, `check` or `custom`
/// @param name null if it has none
/// @param expression of a check, a custom constraint or the foreign key; null if there is none
/// @param columns of a constraint on the table as a whole
/// @param to the relation a foreign key leads to, as `ref('orders')`; null if there is none
/// @param toColumns the columns a foreign key leads to
public record Constraint(
        String type,
        @Nullable String name,
        @Nullable String expression,
        List<String> columns,
        @Nullable String to,
        List<String> toColumns,
        boolean warnUnenforced,
        boolean warnUnsupported) {}
