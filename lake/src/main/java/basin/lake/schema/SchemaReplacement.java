package basin.lake.schema;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Types.NestedField;

/// How a table whose rows are all replaced gets exactly the columns of the new ones, in their order.
///
/// A column that is there under the same name with the same type stays the column it was. Any other is a
/// new one with an id of its own, whatever was called so before: earlier snapshots keep their columns,
/// and no value is ever read as a type that it was not written as.
public final class SchemaReplacement {

    private SchemaReplacement() {}

    /// Whether the table's columns are others, or in another order.
    public static boolean isNeeded(org.apache.iceberg.Schema present, Schema wanted) {
        List<Field> fields = present.columns().stream()
                .flatMap(column -> IcebergTypes.toBasin(column).stream())
                .toList();
        return !fields.equals(wanted.fields())
                || fields.size() < present.columns().size()
                || !present.identifierFieldIds().isEmpty();
    }

    /// Makes the changes.
    public static void apply(UpdateSchema update, org.apache.iceberg.Schema present, Schema wanted) {
        Set<String> kept = new HashSet<>();
        for (NestedField column : present.columns()) {
            Optional<Field> field = wanted.field(column.name()).filter(it -> hasType(column, it));
            if (field.isPresent()) {
                kept.add(column.name());
                keep(update, column, field.get());
            } else {
                update.deleteColumn(column.name());
            }
        }
        for (Field field : wanted.fields()) {
            if (!kept.contains(field.name())) {
                update.addColumn(
                        field.name(),
                        IcebergTypes.toIceberg(field.type(), new AtomicInteger()::incrementAndGet),
                        field.doc().isEmpty() ? null : field.doc());
            }
            if (field.required()) {
                update.requireColumn(field.name());
            }
        }
        order(update, wanted);
    }

    private static boolean hasType(NestedField column, Field field) {
        return IcebergTypes.toBasin(column.type()).filter(field.type()::equals).isPresent();
    }

    private static void keep(UpdateSchema update, NestedField column, Field wanted) {
        if (column.isRequired() && !wanted.required()) {
            update.makeColumnOptional(column.name());
        }
        update.updateColumnDoc(column.name(), wanted.doc().isEmpty() ? null : wanted.doc());
    }

    private static void order(UpdateSchema update, Schema wanted) {
        List<Field> fields = wanted.fields();
        update.moveFirst(fields.getFirst().name());
        for (int i = 1; i < fields.size(); i++) {
            update.moveAfter(fields.get(i).name(), fields.get(i - 1).name());
        }
    }
}
