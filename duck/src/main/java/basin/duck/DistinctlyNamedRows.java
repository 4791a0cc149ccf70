package basin.duck;

import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows under names that DuckDB can tell apart.
///
/// To DuckDB `id` and `Id` are the same, to most sources they are two columns: here the second is called `Id_1`, at
/// every depth. Readers that go by field ids never notice.
///
/// @param rows whose columns these are, in their order
/// @param schema with distinct names
record DistinctlyNamedRows(Rows rows, Schema schema) implements Rows {

    static DistinctlyNamedRows of(Rows rows) {
        return new DistinctlyNamedRows(rows, new Schema(distinct(rows.schema().fields()), List.of()));
    }

    @Override
    public @Nullable Batch next() {
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }

    /// The name of a column that the rows call `name`.
    String name(String name) {
        for (int i = 0; i < schema.fields().size(); i++) {
            if (rows.schema().fields().get(i).name().equals(name)) {
                return schema.fields().get(i).name();
            }
        }
        throw new IllegalArgumentException("no column '" + name + "' in " + rows.schema());
    }

    /// Ids that go by the names of the rows, by these names.
    FieldIds fieldIds(FieldIds ids) {
        return renamed(ids, rows.schema().fields());
    }

    private static FieldIds renamed(FieldIds ids, List<Field> fields) {
        List<Field> distinct = distinct(fields);
        List<FieldIds.Field> renamed = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = distinct.get(i).name();
            Field field = fields.get(i);
            ids.fields().stream()
                    .filter(id -> id.name().equals(field.name()))
                    .forEach(id ->
                            renamed.add(new FieldIds.Field(name, id.id(), renamed(id.inside(), parts(field.type())))));
        }
        return new FieldIds(renamed);
    }

    private static List<Field> parts(Type type) {
        return switch (type) {
            case Type.Primitive _, Type.Decimal _ -> List.of();
            case Type.Listing listing -> List.of(Field.optional("element", listing.element()));
            case Type.Struct struct -> struct.fields();
            case Type.Mapping mapping ->
                List.of(Field.required("key", mapping.key()), Field.optional("value", mapping.value()));
        };
    }

    private static List<Field> distinct(List<Field> fields) {
        Set<String> taken = new HashSet<>();
        List<Field> distinct = new ArrayList<>();
        for (Field field : fields) {
            String name = field.name();
            for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = field.name() + "_" + n;
            }
            distinct.add(new Field(name, distinct(field.type()), field.required(), field.doc()));
        }
        return distinct;
    }

    private static Type distinct(Type type) {
        return switch (type) {
            case Type.Primitive _, Type.Decimal _ -> type;
            case Type.Listing listing -> new Type.Listing(distinct(listing.element()));
            case Type.Struct struct -> new Type.Struct(distinct(struct.fields()));
            case Type.Mapping mapping -> new Type.Mapping(distinct(mapping.key()), distinct(mapping.value()));
        };
    }
}
