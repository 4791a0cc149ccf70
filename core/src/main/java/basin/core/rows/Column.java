package basin.core.rows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one column of a [Batch], filled from the first row to the last and then read in any order.
///
/// Memory is laid out as the Apache Arrow columnar format says (validity bitmap, fixed-width values, or offsets and
/// bytes, or offsets and children): [#buffers()] and [#children()] hand it out as it lies. Appending a value of
/// another kind than the column's is a mistake of the caller and throws [UnsupportedOperationException].
public abstract sealed class Column permits FixedColumn, BitColumn, BytesColumn, ListColumn, StructColumn {

    private final Type type;
    private final Memory validity = new Memory();
    private int size;
    private int nulls;

    Column(Type type) {
        this.type = type;
    }

    /// An empty column of `type`.
    static Column of(Type type) {
        return switch (type) {
            case Type.Primitive primitive ->
                switch (primitive) {
                    case BOOLEAN -> new BitColumn(type);
                    case INT, FLOAT, DATE -> new FixedColumn(type, Integer.BYTES);
                    case LONG, DOUBLE, TIME, TIMESTAMP, TIMESTAMPTZ -> new FixedColumn(type, Long.BYTES);
                    case UUID -> new FixedColumn(type, 2 * Long.BYTES);
                    case STRING, BINARY -> new BytesColumn(type);
                };
            case Type.Decimal _ -> new FixedColumn(type, 2 * Long.BYTES);
            case Type.Listing listing -> new ListColumn(type, Column.of(listing.element()));
            case Type.Struct struct -> new StructColumn(type, struct.fields());
            case Type.Mapping mapping ->
                new ListColumn(
                        type,
                        new StructColumn(
                                type,
                                List.of(
                                        Field.required("key", mapping.key()),
                                        Field.optional("value", mapping.value()))));
        };
    }

    public final Type type() {
        return type;
    }

    /// How many values it holds.
    public final int size() {
        return size;
    }

    /// How many of them are null.
    public final int nulls() {
        return nulls;
    }

    // Filling

    /// Appends a missing value; every kind of column takes one.
    public abstract void appendNull();

    public void appendBoolean(boolean value) {
        throw wrongKind("boolean");
    }

    /// An [Type.Primitive#INT], or a [Type.Primitive#DATE] in days.
    public void appendInt(int value) {
        throw wrongKind("int");
    }

    /// A [Type.Primitive#LONG], or a time or timestamp in microseconds, or a decimal by its unscaled value.
    public void appendLong(long value) {
        throw wrongKind("long");
    }

    public void appendFloat(float value) {
        throw wrongKind("float");
    }

    public void appendDouble(double value) {
        throw wrongKind("double");
    }

    /// A decimal by its unscaled value, or a UUID, as the upper and the lower half of 128 bits.
    public void appendLongs(long high, long low) {
        throw wrongKind("128-bit");
    }

    /// Text in UTF-8, or bytes; copied.
    public void appendBytes(byte[] source, int offset, int length) {
        throw wrongKind("bytes");
    }

    /// Text; for where there is a `String` anyway.
    public final void appendString(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        appendBytes(utf8, 0, utf8.length);
    }

    /// Ends a list, map or struct whose elements or fields were appended to the column's children before.
    public void appendParts() {
        throw wrongKind("nested");
    }

    /// The columns inside: one with the elements of a list, one struct with the entries of a map, one per field of a
    /// struct; otherwise none.
    public List<Column> children() {
        return List.of();
    }

    // Reading

    public final boolean isNull(int row) {
        return nulls > 0 && (validity.segment().get(ValueLayout.JAVA_BYTE, row >> 3) >> (row & 7) & 1) == 0;
    }

    public boolean getBoolean(int row) {
        throw wrongKind("boolean");
    }

    public int getInt(int row) {
        throw wrongKind("int");
    }

    public long getLong(int row) {
        throw wrongKind("long");
    }

    public float getFloat(int row) {
        throw wrongKind("float");
    }

    public double getDouble(int row) {
        throw wrongKind("double");
    }

    /// A decimal, with the scale of its type.
    public BigDecimal getDecimal(int row) {
        throw wrongKind("decimal");
    }

    /// A copy of the bytes of a text or binary value.
    public byte[] getBytes(int row) {
        throw wrongKind("bytes");
    }

    public final String getString(int row) {
        return new String(getBytes(row), StandardCharsets.UTF_8);
    }

    /// The value as an ordinary Java object, for tests and for showing single values to people: boxed primitives,
    /// [BigDecimal], `String`, `byte[]`, `UUID`, `java.time` values, lists, and maps for structs and maps; null for
    /// null. The infinities of dates and timestamps are the strings `infinity` and `-infinity`.
    public final @Nullable Object get(int row) {
        return isNull(row) ? null : value(row);
    }

    abstract Object value(int row);

    // Memory

    /// Bytes in use, children included.
    public abstract long bytes();

    /// The validity bitmap (bit set: there is a value; [MemorySegment#NULL] where nothing is null), followed by the
    /// buffers that the Arrow format gives this kind of column, in its order.
    public abstract List<MemorySegment> buffers();

    /// Fills the column, which must be empty, with values copied from elsewhere in memory; children are filled on
    /// their own.
    ///
    /// @param size how many values there are
    /// @param source what [#buffers()] would return for a column of these values, starting with the first; of the
    ///     segments only the address counts
    public final void copyOf(int size, List<MemorySegment> source) {
        if (this.size > 0) {
            throw new IllegalStateException("the column has values already");
        }
        copyValues(size, source);
        copyValidity(size, source.getFirst());
    }

    /// Copies what lies behind all buffers but the first, the validity bitmap.
    abstract void copyValues(int size, List<MemorySegment> source);

    private void copyValidity(int size, MemorySegment source) {
        this.size = size;
        if (source.address() == 0) {
            return;
        }
        validity.copy(source, (size + 7L) >> 3);
        int present = 0;
        for (int row = 0; row < size; row++) {
            present += validity.segment().get(ValueLayout.JAVA_BYTE, row >> 3) >> (row & 7) & 1;
        }
        nulls = size - present;
    }

    /// Forgets all values and keeps the memory.
    void clear() {
        size = 0;
        nulls = 0;
    }

    void free() {
        validity.free();
        clear();
    }

    /// Takes back the last values, so that `rows` are left: how a row that turned out to be bad is undone.
    abstract void truncate(int rows);

    final MemorySegment validity() {
        return nulls == 0 ? MemorySegment.NULL : validity.segment();
    }

    final void appended() {
        if (nulls > 0) {
            mark(size, true);
        }
        size++;
    }

    final void appendedNull() {
        if (nulls == 0) {
            validity.ensure((size >> 3) + 1L);
            validity.segment().asSlice(0, (size >> 3) + 1L).fill((byte) -1);
        }
        mark(size, false);
        nulls++;
        size++;
    }

    final void truncated(int rows) {
        for (int row = rows; row < size && nulls > 0; row++) {
            if (isNull(row)) {
                nulls--;
            }
        }
        size = rows;
    }

    private void mark(int row, boolean present) {
        int index = row >> 3;
        validity.ensure(index + 1L);
        MemorySegment bits = validity.segment();
        int bit = 1 << (row & 7);
        int before = bits.get(ValueLayout.JAVA_BYTE, index);
        bits.set(ValueLayout.JAVA_BYTE, index, (byte) (present ? before | bit : before & ~bit));
    }

    private UnsupportedOperationException wrongKind(String kind) {
        return new UnsupportedOperationException("a column of type " + type + " has no " + kind + " values");
    }
}
