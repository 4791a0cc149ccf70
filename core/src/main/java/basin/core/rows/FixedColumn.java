package basin.core.rows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Values of 4, 8 or 16 bytes: numbers, dates and times, decimals, UUIDs.
final class FixedColumn extends Column {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong BIG_ENDIAN_LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Memory values = new Memory();
    private final int width;

    FixedColumn(Type type, int width) {
        super(type);
        this.width = width;
    }

    /// Bytes of one value.
    int width() {
        return width;
    }

    @Override
    public void appendNull() {
        long offset = next();
        switch (width) {
            case Integer.BYTES -> values.segment().set(INT, offset, 0);
            case Long.BYTES -> values.segment().set(LONG, offset, 0);
            default -> {
                values.segment().set(LONG, offset, 0);
                values.segment().set(LONG, offset + Long.BYTES, 0);
            }
        }
        appendedNull();
    }

    @Override
    public void appendInt(int value) {
        require(Integer.BYTES);
        long offset = next();
        values.segment().set(INT, offset, value);
        appended();
    }

    @Override
    public void appendLong(long value) {
        if (width == 2 * Long.BYTES) {
            appendLongs(value >> 63, value);
            return;
        }
        require(Long.BYTES);
        long offset = next();
        values.segment().set(LONG, offset, value);
        appended();
    }

    @Override
    public void appendFloat(float value) {
        appendInt(Float.floatToRawIntBits(value));
    }

    @Override
    public void appendDouble(double value) {
        appendLong(Double.doubleToRawLongBits(value));
    }

    @Override
    public void appendLongs(long high, long low) {
        require(2 * Long.BYTES);
        long offset = next();
        if (type() == Type.Primitive.UUID) {
            values.segment().set(BIG_ENDIAN_LONG, offset, high);
            values.segment().set(BIG_ENDIAN_LONG, offset + Long.BYTES, low);
        } else {
            values.segment().set(LONG, offset, low);
            values.segment().set(LONG, offset + Long.BYTES, high);
        }
        appended();
    }

    @Override
    public int getInt(int row) {
        require(Integer.BYTES);
        return values.segment().get(INT, (long) row * width);
    }

    @Override
    public long getLong(int row) {
        require(Long.BYTES);
        return values.segment().get(LONG, (long) row * width);
    }

    @Override
    public float getFloat(int row) {
        return Float.intBitsToFloat(getInt(row));
    }

    @Override
    public double getDouble(int row) {
        return Double.longBitsToDouble(getLong(row));
    }

    @Override
    public BigDecimal getDecimal(int row) {
        if (!(type() instanceof Type.Decimal decimal)) {
            return super.getDecimal(row);
        }
        long offset = (long) row * width;
        byte[] unscaled = ByteBuffer.allocate(width)
                .putLong(values.segment().get(LONG, offset + Long.BYTES))
                .putLong(values.segment().get(LONG, offset))
                .array();
        return new BigDecimal(new BigInteger(unscaled), decimal.scale());
    }

    @Override
    Object value(int row) {
        if (!(type() instanceof Type.Primitive primitive)) {
            return getDecimal(row);
        }
        return switch (primitive) {
            case INT -> getInt(row);
            case LONG -> getLong(row);
            case FLOAT -> getFloat(row);
            case DOUBLE -> getDouble(row);
            case DATE -> date(getInt(row));
            case TIME -> LocalTime.MIDNIGHT.plus(getLong(row), ChronoUnit.MICROS);
            case TIMESTAMP -> timestamp(getLong(row));
            case TIMESTAMPTZ ->
                timestamp(getLong(row)) instanceof LocalDateTime at
                        ? at.toInstant(ZoneOffset.UTC)
                        : infinity(getLong(row));
            case UUID -> uuid((long) row * width);
            case BOOLEAN, STRING, BINARY -> throw new IllegalStateException(primitive + " has no fixed width");
        };
    }

    private static Object date(int days) {
        return Math.abs((long) days) == Type.INFINITE_DATE ? infinity(days) : LocalDate.ofEpochDay(days);
    }

    private static Object timestamp(long micros) {
        return micros == Type.INFINITE_TIMESTAMP || micros == -Type.INFINITE_TIMESTAMP
                ? infinity(micros)
                : LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static String infinity(long sign) {
        return sign > 0 ? "infinity" : "-infinity";
    }

    private UUID uuid(long offset) {
        return new UUID(
                values.segment().get(BIG_ENDIAN_LONG, offset),
                values.segment().get(BIG_ENDIAN_LONG, offset + Long.BYTES));
    }

    @Override
    public long bytes() {
        return (long) size() * width;
    }

    @Override
    public List<MemorySegment> buffers() {
        return List.of(validity(), values.segment());
    }

    @Override
    void copyValues(int size, List<MemorySegment> source) {
        values.copy(source.get(1), (long) size * width);
    }

    @Override
    void free() {
        super.free();
        values.free();
    }

    @Override
    void truncate(int rows) {
        truncated(rows);
    }

    private long next() {
        long offset = (long) size() * width;
        values.ensure(offset + width);
        return offset;
    }

    private void require(int bytes) {
        if (width != bytes) {
            throw new UnsupportedOperationException(
                    "a column of type " + type() + " takes values of " + width + " bytes, not " + bytes);
        }
    }
}
