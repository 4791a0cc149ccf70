package basin.core.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The columns of a stream, in order, and which of them identify a row.
///
/// @param fields     at least one; names are unique
/// @param primaryKey names of fields, in key order; empty where rows have no key
public record Schema(List<Field> fields, List<String> primaryKey) {

    public Schema {
        fields = List.copyOf(fields);
        primaryKey = List.copyOf(primaryKey);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("two columns are called '" + field.name() + "'");
            }
        }
        if (!names.containsAll(primaryKey)) {
            throw new IllegalArgumentException("primary key " + primaryKey + " names a column that is not there");
        }
    }

    /// A schema without a key.
    public static Schema of(Field... fields) {
        return new Schema(List.of(fields), List.of());
    }

    /// The same columns, identified by `key`.
    public Schema withPrimaryKey(String... key) {
        return new Schema(fields, List.of(key));
    }

    /// The field of that name, spelt exactly so.
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
