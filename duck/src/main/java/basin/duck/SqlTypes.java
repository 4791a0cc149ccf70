package basin.duck;

import basin.core.rows.Field;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import java.util.stream.Collectors;

/// What the types of rows are called in DuckDB's SQL.
public final class SqlTypes {

    private SqlTypes() {}

    /// The type's name, as it stands in a CAST or a column definition.
    public static String of(Type type) {
        return switch (type) {
            case Type.Primitive primitive ->
                switch (primitive) {
                    case BOOLEAN -> "boolean";
                    case INT -> "integer";
                    case LONG -> "bigint";
                    case FLOAT -> "float";
                    case DOUBLE -> "double";
                    case DATE -> "date";
                    case TIME -> "time";
                    case TIMESTAMP -> "timestamp";
                    case TIMESTAMPTZ -> "timestamptz";
                    case STRING -> "varchar";
                    case UUID -> "uuid";
                    case BINARY -> "blob";
                };
            case Type.Decimal decimal -> "decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
            case Type.Listing listing -> of(listing.element()) + "[]";
            case Type.Struct struct ->
                struct.fields().stream().map(SqlTypes::field).collect(Collectors.joining(", ", "struct(", ")"));
            case Type.Mapping mapping -> "map(" + of(mapping.key()) + ", " + of(mapping.value()) + ")";
        };
    }

    private static String field(Field field) {
        return TableName.quote(field.name()) + " " + of(field.type());
    }
}
