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

    /// Makes the changes.
    ///
    /// @return whether there were any
    public static boolean apply(UpdateSchema update, org.apache.iceberg.Schema present, Schema wanted) {
        List<NestedField> columns = present.columns();
        boolean same = columns.size() == wanted.fields().size();
        Set<String> kept = new HashSet<>();
        for (NestedField column : columns) {
            Optional<Field> field = wanted.field(column.name())
                    .filter(it -> IcebergTypes.toBasin(column.type())
                            .filter(it.type()::equals)
                            .isPresent());
            if (field.isPresent()) {
                kept.add(column.name());
                same &= keep(update, column, field.get());
            } else {
                update.deleteColumn(column.name());
                same = false;
            }
        }
        for (int i = 0; i < wanted.fields().size(); i++) {
            Field field = wanted.fields().get(i);
            if (!kept.contains(field.name())) {
                update.addColumn(
                        field.name(),
                        IcebergTypes.toIceberg(field.type(), new AtomicInteger()::incrementAndGet),
                        field.doc().isEmpty() ? null : field.doc());
            }
            same = same && columns.get(i).name().equals(field.name());
        }
        if (!same) {
            order(update, wanted);
        }
        return !same;
    }

    /// @return whether the column was as it should be
    private static boolean keep(UpdateSchema update, NestedField column, Field wanted) {
        boolean same = true;
        if (column.isRequired()) {
            update.makeColumnOptional(column.name());
            same = false;
        }
        String doc = column.doc() == null ? "" : column.doc();
        if (!doc.equals(wanted.doc())) {
            update.updateColumnDoc(column.name(), wanted.doc().isEmpty() ? null : wanted.doc());
            same = false;
        }
        return same;
    }

    private static void order(UpdateSchema update, Schema wanted) {
        List<Field> fields = wanted.fields();
        update.moveFirst(fields.getFirst().name());
        for (int i = 1; i < fields.size(); i++) {
            update.moveAfter(fields.get(i).name(), fields.get(i - 1).name());
        }
    }
}
