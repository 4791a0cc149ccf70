package basin.duck.arrow;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A [Schema] as the Arrow C data interface describes it.
final class ArrowSchemas {

    /// Marks 16 bytes as a UUID: the canonical extension type `arrow.uuid`.
    private static final byte[] UUID_EXTENSION =
            metadata("ARROW:extension:name", "arrow.uuid", "ARROW:extension:metadata", "");

    private ArrowSchemas() {}

    /// Describes the rows as one struct of all columns; what lies behind pointers is allocated.
    static void write(Schema schema, SchemaStruct target, SegmentAllocator allocator) {
        write("", new Type.Struct(schema.fields()), target, allocator);
    }

    private static void write(String name, Type type, SchemaStruct target, SegmentAllocator allocator) {
        List<Field> fields = children(type);
        MemorySegment pointers = allocator.allocate(ValueLayout.ADDRESS, fields.size());
        for (int i = 0; i < fields.size(); i++) {
            SchemaStruct child = SchemaStruct.allocate(allocator);
            write(fields.get(i).name(), fields.get(i).type(), child, allocator);
            pointers.setAtIndex(ValueLayout.ADDRESS, i, child.at());
        }
        target.set(
                allocator.allocateFrom(format(type)),
                allocator.allocateFrom(name),
                type == Type.Primitive.UUID
                        ? allocator.allocateFrom(ValueLayout.JAVA_BYTE, UUID_EXTENSION)
                        : MemorySegment.NULL,
                pointers,
                Callbacks.RELEASE_SCHEMA);
    }

    private static String format(Type type) {
        return switch (type) {
            case Type.Primitive primitive ->
                switch (primitive) {
                    case BOOLEAN -> "b";
                    case INT -> "i";
                    case LONG -> "l";
                    case FLOAT -> "f";
                    case DOUBLE -> "g";
                    case DATE -> "tdD";
                    case TIME -> "ttu";
                    case TIMESTAMP -> "tsu:";
                    case TIMESTAMPTZ -> "tsu:UTC";
                    case STRING -> "u";
                    case UUID -> "w:16";
                    case BINARY -> "z";
                };
            case Type.Decimal decimal -> "d:" + decimal.precision() + "," + decimal.scale();
            case Type.Listing _ -> "+l";
            case Type.Struct _ -> "+s";
            case Type.Mapping _ -> "+m";
        };
    }

    private static List<Field> children(Type type) {
        return switch (type) {
            case Type.Primitive _, Type.Decimal _ -> List.of();
            case Type.Listing listing -> List.of(Field.optional("element", listing.element()));
            case Type.Struct struct -> struct.fields();
            case Type.Mapping mapping -> List.of(Field.required("entries", entry(mapping)));
        };
    }

    private static Type.Struct entry(Type.Mapping mapping) {
        return new Type.Struct(List.of(Field.required("key", mapping.key()), Field.optional("value", mapping.value())));
    }

    /// Keys and values in turn, each with its length in front, and the number of pairs in front of all.
    private static byte[] metadata(String... keysAndValues) {
        ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());
        bytes.putInt(keysAndValues.length / 2);
        for (String text : keysAndValues) {
            bytes.putInt(text.length());
            bytes.put(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.array();
    }
}
