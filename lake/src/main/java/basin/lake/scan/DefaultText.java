package basin.lake.scan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/// The value that a column has in files older than itself, as the text that DuckDB casts to the column's type.
final class DefaultText {
    private static final long NANOS_PER_MICRO = 1_000;

    private DefaultText() {}

    /// @param value as Iceberg keeps values of the type in memory
    static String of(Type type, Object value) {
        return switch (type.typeId()) {
            case DATE -> LocalDate.ofEpochDay(((Number) value).longValue()).toString();
            case TIME ->
                LocalTime.ofNanoOfDay(((Number) value).longValue() * NANOS_PER_MICRO)
                        .toString();
            case TIMESTAMP -> {
                Instant at = Instant.EPOCH.plus(((Number) value).longValue(), ChronoUnit.MICROS);
                yield ((Types.TimestampType) type).shouldAdjustToUTC()
                        ? at.toString()
                        : at.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
            }
            case FIXED, BINARY -> bytes((ByteBuffer) value);
            case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, STRING, UUID, DECIMAL -> String.valueOf(value);
            case TIMESTAMP_NANO, STRUCT, LIST, MAP, VARIANT, UNKNOWN, GEOMETRY, GEOGRAPHY ->
                throw new IllegalArgumentException("a " + type + " has no default");
        };
    }

    private static String bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return HexFormat.of().withPrefix("\\x").formatHex(bytes);
    }
}
