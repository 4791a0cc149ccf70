package basin.duck;

import basin.core.rows.Field;
import basin.core.rows.Type;
import basin.duck.capi.DuckApi;
import basin.duck.capi.Handle;
import basin.duck.capi.Text;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// What a type of DuckDB becomes when it leaves DuckDB.
///
/// @param type the type of the rows
/// @param exact whether DuckDB's values have the layout of `type` as they are; otherwise they are first
///              cast to it
record ResultType(Type type, boolean exact) {

    /// Nothing narrower holds every value of DuckDB's HUGEINT that people meet: sums of integers.
    private static final Type WIDE_INTEGER = new Type.Decimal(Type.Decimal.MAX_PRECISION, 0);

    private static final Type UNSIGNED_LONG = new Type.Decimal(20, 0);

    /// Reads a `duckdb_logical_type`, and destroys it.
    ///
    /// The numbers are those of the enumeration `duckdb_type`. What is not listed becomes text: intervals,
    /// enumerations, unions, bit strings, times with a zone, and whatever DuckDB learns next.
    static ResultType take(MemorySegment logicalType) {
        try (Handle _ = new Handle(DuckApi.DESTROY_LOGICAL_TYPE).holding(logicalType)) {
            return switch (DuckApi.GET_TYPE_ID.number(logicalType)) {
                case 1 -> exact(Type.Primitive.BOOLEAN);
                case 2, 3, 6, 7 -> cast(Type.Primitive.INT);
                case 4 -> exact(Type.Primitive.INT);
                case 8 -> cast(Type.Primitive.LONG);
                case 5 -> exact(Type.Primitive.LONG);
                case 9 -> cast(UNSIGNED_LONG);
                case 10 -> exact(Type.Primitive.FLOAT);
                case 11 -> exact(Type.Primitive.DOUBLE);
                case 12 -> exact(Type.Primitive.TIMESTAMP);
                case 13 -> exact(Type.Primitive.DATE);
                case 14 -> exact(Type.Primitive.TIME);
                case 16 -> cast(WIDE_INTEGER);
                case 17 -> exact(Type.Primitive.STRING);
                case 18 -> exact(Type.Primitive.BINARY);
                case 19 ->
                    exact(new Type.Decimal(
                            DuckApi.DECIMAL_WIDTH.small(logicalType), DuckApi.DECIMAL_SCALE.small(logicalType)));
                case 20, 21, 22 -> cast(Type.Primitive.TIMESTAMP);
                case 24 -> list(DuckApi.LIST_TYPE_CHILD_TYPE.pointer(logicalType));
                case 25 -> struct(logicalType);
                case 26 ->
                    map(
                            take(DuckApi.MAP_TYPE_KEY_TYPE.pointer(logicalType)),
                            take(DuckApi.MAP_TYPE_VALUE_TYPE.pointer(logicalType)));
                case 27 -> exact(Type.Primitive.UUID);
                case 31 -> exact(Type.Primitive.TIMESTAMPTZ);
                case 33 ->
                    cast(list(DuckApi.ARRAY_TYPE_CHILD_TYPE.pointer(logicalType))
                            .type());
                // NULL, of which nobody has said what it is.
                case 36 -> cast(Type.Primitive.INT);
                default -> cast(Type.Primitive.STRING);
            };
        }
    }

    private static ResultType exact(Type type) {
        return new ResultType(type, true);
    }

    private static ResultType cast(Type type) {
        return new ResultType(type, false);
    }

    private static ResultType list(MemorySegment elementType) {
        ResultType element = take(elementType);
        return new ResultType(new Type.Listing(element.type), element.exact);
    }

    private static ResultType map(ResultType key, ResultType value) {
        return new ResultType(new Type.Mapping(key.type, value.type), key.exact && value.exact);
    }

    private static ResultType struct(MemorySegment logicalType) {
        List<Field> fields = new ArrayList<>();
        boolean exact = true;
        for (long i = 0; i < DuckApi.STRUCT_TYPE_CHILD_COUNT.count(logicalType); i++) {
            ResultType field = take(DuckApi.STRUCT_TYPE_CHILD_TYPE.pointer(logicalType, i));
            String name = Text.take(DuckApi.STRUCT_TYPE_CHILD_NAME.pointer(logicalType, i));
            fields.add(Field.optional(name.isEmpty() ? "f" + (i + 1) : name, field.type));
            exact &= field.exact;
        }
        return new ResultType(new Type.Struct(fields), exact);
    }
}
