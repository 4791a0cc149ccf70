package basin.lake.schema;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/// How a table whose rows are all replaced gets exactly the columns of the new ones, in their order.
///
/// A column that is there under the same name with the same type stays the column it was. Any other is a
/// new one with an id of its own, whatever was called so before: earlier snapshots keep their columns,
/// and no value is ever read as a type that it was not written as.
public final class SchemaReplacement {

    private SchemaReplacement() {}

    /// The columns that the table is going to have, with the ids that they are going to have. Nothing is changed.
    public static org.apache.iceberg.Schema preview(Table table, Schema wanted) {
        return isNeeded(table, wanted)
                ? replacing(table.updateSchema(), table.schema(), wanted).apply()
                : table.schema();
    }

    /// Makes the changes, the key's among them.
    public static void make(Transaction transaction, Schema wanted) {
        if (!isNeeded(transaction.table(), wanted)) {
            return;
        }
        replacing(transaction.updateSchema(), transaction.table().schema(), wanted)
                .commit();
        TableSchema.setKey(transaction, wanted.primaryKey());
    }

    private static boolean isNeeded(Table table, Schema wanted) {
        org.apache.iceberg.Schema present = table.schema();
        List<Field> fields = present.columns().stream()
                .flatMap(column -> IcebergTypes.toBasin(column).stream())
                .toList();
        return !fields.equals(wanted.fields())
                || fields.size() < present.columns().size()
                || !TableSchema.primaryKey(present, table.properties()).equals(wanted.primaryKey());
    }

    private static UpdateSchema replacing(UpdateSchema update, org.apache.iceberg.Schema present, Schema wanted) {
        update.allowIncompatibleChanges().setIdentifierFields(List.of());
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
        wanted.fields().stream().filter(field -> !kept.contains(field.name())).forEach(field -> add(update, field));
        order(update, wanted);
        return update;
    }

    private static boolean hasType(NestedField column, Field field) {
        return IcebergTypes.toBasin(column.type()).filter(field.type()::equals).isPresent();
    }

    private static void keep(UpdateSchema update, NestedField column, Field wanted) {
        if (wanted.required()) {
            update.requireColumn(column.name());
        } else {
            update.makeColumnOptional(column.name());
        }
        update.updateColumnDoc(column.name(), doc(wanted));
    }

    private static void add(UpdateSchema update, Field field) {
        Type type = IcebergTypes.toIceberg(field.type(), new AtomicInteger()::incrementAndGet);
        if (field.required()) {
            update.addRequiredColumn(field.name(), type, doc(field));
        } else {
            update.addColumn(field.name(), type, doc(field));
        }
    }

    private static @Nullable String doc(Field field) {
        return field.doc().isEmpty() ? null : field.doc();
    }

    private static void order(UpdateSchema update, Schema wanted) {
        List<Field> fields = wanted.fields();
        update.moveFirst(fields.getFirst().name());
        for (int i = 1; i < fields.size(); i++) {
            update.moveAfter(fields.get(i).name(), fields.get(i - 1).name());
        }
    }
}
