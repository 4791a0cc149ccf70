package basin.model.dictionary;

import basin.model.resource.Column;
import basin.model.resource.Constraint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Columns as YAML describes them, and the constraints on them.
final class ColumnDictionary {
    private ColumnDictionary() {}

    /// The columns by their names.
    static Map<String, @Nullable Object> of(Collection<Column> columns) {
        Map<String, @Nullable Object> byName = new Dictionary();
        columns.forEach(column -> byName.put(column.name(), of(column)));
        return byName;
    }

    private static Map<String, @Nullable Object> of(Column column) {
        return new Dictionary()
                .with("name", column.name())
                .with("description", column.description())
                .with("meta", Dictionary.copy(column.meta()))
                .with("data_type", column.dataType())
                .with("constraints", constraints(column.constraints()))
                .with("quote", column.quote())
                .with(
                        "config",
                        new Dictionary()
                                .with("meta", Dictionary.copy(column.meta()))
                                .with("tags", Dictionary.list(column.tags())))
                .with("tags", Dictionary.list(column.tags()))
                .with("granularity", column.granularity());
    }

    /// Constraints of a column.
    private static List<@Nullable Object> constraints(List<Constraint> constraints) {
        return Dictionary.list(constraints.stream().map(ColumnDictionary::of).toList());
    }

    /// Constraints of a table, which name their columns.
    static List<@Nullable Object> tableConstraints(List<Constraint> constraints) {
        return Dictionary.list(constraints.stream()
                .map(constraint -> {
                    Map<String, @Nullable Object> values = of(constraint);
                    values.put("columns", Dictionary.list(constraint.columns()));
                    return values;
                })
                .toList());
    }

    private static Map<String, @Nullable Object> of(Constraint constraint) {
        return new Dictionary()
                .with("type", constraint.type())
                .with("name", constraint.name())
                .with("expression", constraint.expression())
                .with("warn_unenforced", constraint.warnUnenforced())
                .with("warn_unsupported", constraint.warnUnsupported())
                .with("to", constraint.to())
                .with("to_columns", Dictionary.list(constraint.toColumns()));
    }
}
