package basin.lake.schema;

import basin.core.rows.Field;
import basin.core.rows.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/// Each type of core as the Iceberg type that means the same, and back.
public final class IcebergTypes {

    private IcebergTypes() {}

    /// The Iceberg type.
    ///
    /// @param ids gives each field inside an id; which ones does not matter to Iceberg, which deals out its own
    static org.apache.iceberg.types.Type toIceberg(Type type, IntSupplier ids) {
        return switch (type) {
            case Type.Primitive primitive -> toIceberg(primitive);
            case Type.Decimal decimal -> Types.DecimalType.of(decimal.precision(), decimal.scale());
            case Type.Listing list -> Types.ListType.ofOptional(ids.getAsInt(), toIceberg(list.element(), ids));
            case Type.Struct struct -> Types.StructType.of(toIceberg(struct.fields(), ids));
            case Type.Mapping map ->
                Types.MapType.ofOptional(
                        ids.getAsInt(), ids.getAsInt(), toIceberg(map.key(), ids), toIceberg(map.value(), ids));
        };
    }

    /// The fields with their documentation.
    static List<NestedField> toIceberg(List<Field> fields, IntSupplier ids) {
        return fields.stream()
                .map(field -> NestedField.builder()
                        .withId(ids.getAsInt())
                        .withName(field.name())
                        .isOptional(!field.required())
                        .ofType(toIceberg(field.type(), ids))
                        .withDoc(field.doc().isEmpty() ? null : field.doc())
                        .build())
                .toList();
    }

    /// The field with its documentation; empty where its type, or one inside it, is none of Basin's.
    static Optional<Field> toBasin(NestedField field) {
        String doc = field.doc() == null ? "" : field.doc();
        return toBasin(field.type()).map(type -> new Field(field.name(), type, field.isRequired(), doc));
    }

    /// The type; empty where it, or one inside it, is none of Basin's.
    public static Optional<Type> toBasin(org.apache.iceberg.types.Type type) {
        return switch (type.typeId()) {
            case BOOLEAN -> Optional.of(Type.Primitive.BOOLEAN);
            case INTEGER -> Optional.of(Type.Primitive.INT);
            case LONG -> Optional.of(Type.Primitive.LONG);
            case FLOAT -> Optional.of(Type.Primitive.FLOAT);
            case DOUBLE -> Optional.of(Type.Primitive.DOUBLE);
            case DATE -> Optional.of(Type.Primitive.DATE);
            case TIME -> Optional.of(Type.Primitive.TIME);
            case TIMESTAMP ->
                Optional.of(
                        ((Types.TimestampType) type).shouldAdjustToUTC()
                                ? Type.Primitive.TIMESTAMPTZ
                                : Type.Primitive.TIMESTAMP);
            case STRING -> Optional.of(Type.Primitive.STRING);
            case UUID -> Optional.of(Type.Primitive.UUID);
            case BINARY, FIXED -> Optional.of(Type.Primitive.BINARY);
            case DECIMAL -> {
                Types.DecimalType decimal = (Types.DecimalType) type;
                yield Optional.of(new Type.Decimal(decimal.precision(), decimal.scale()));
            }
            case LIST -> toBasin(type.asListType().elementType()).map(Type.Listing::new);
            case MAP ->
                toBasin(type.asMapType().keyType())
                        .flatMap(key ->
                                toBasin(type.asMapType().valueType()).map(value -> new Type.Mapping(key, value)));
            case STRUCT -> toBasin(type.asStructType());
            case TIMESTAMP_NANO, VARIANT, GEOMETRY, GEOGRAPHY, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Type> toBasin(Types.StructType struct) {
        List<Field> fields = struct.fields().stream()
                .flatMap(field -> toBasin(field).stream())
                .toList();
        return fields.size() == struct.fields().size() ? Optional.of(new Type.Struct(fields)) : Optional.empty();
    }

    private static org.apache.iceberg.types.Type toIceberg(Type.Primitive primitive) {
        return switch (primitive) {
            case BOOLEAN -> Types.BooleanType.get();
            case INT -> Types.IntegerType.get();
            case LONG -> Types.LongType.get();
            case FLOAT -> Types.FloatType.get();
            case DOUBLE -> Types.DoubleType.get();
            case DATE -> Types.DateType.get();
            case TIME -> Types.TimeType.get();
            case TIMESTAMP -> Types.TimestampType.withoutZone();
            case TIMESTAMPTZ -> Types.TimestampType.withZone();
            case STRING -> Types.StringType.get();
            case UUID -> Types.UUIDType.get();
            case BINARY -> Types.BinaryType.get();
        };
    }
}
