package basin.core.rows;

import java.util.List;
import java.util.stream.Collectors;

/// The type of a column. A small, closed set: each has one exact meaning in every room, in Parquet and in Iceberg.
public sealed interface Type {

    /// Types without parameters. Their physical form in a [Column] is given with each.
    enum Primitive implements Type {
        /// One bit.
        BOOLEAN,
        /// 32-bit signed integer.
        INT,
        /// 64-bit signed integer.
        LONG,
        /// 32-bit IEEE 754.
        FLOAT,
        /// 64-bit IEEE 754.
        DOUBLE,
        /// Days since 1970-01-01, 32-bit signed. [#INFINITE_DATE] and its negative stand for the infinities.
        DATE,
        /// Microseconds since midnight, 64-bit.
        TIME,
        /// Microseconds since 1970-01-01 00:00:00 on a wall clock without zone, 64-bit signed.
        /// [#INFINITE_TIMESTAMP] and its negative stand for the infinities.
        TIMESTAMP,
        /// Microseconds since 1970-01-01 00:00:00 UTC, 64-bit signed; infinities as for [#TIMESTAMP].
        TIMESTAMPTZ,
        /// UTF-8 text.
        STRING,
        /// 16 bytes, big-endian.
        UUID,
        /// Any bytes.
        BINARY;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The date that stands for `infinity`; its negative for `-infinity`. DuckDB and Postgres clients agree on it.
    int INFINITE_DATE = Integer.MAX_VALUE;

    /// The timestamp that stands for `infinity`; its negative for `-infinity`.
    long INFINITE_TIMESTAMP = Long.MAX_VALUE;

    /// An exact number of `precision` digits (1 to 38), `scale` of them behind the point (0 to `precision`); kept as
    /// its unscaled 128-bit two's complement value.
    record Decimal(int precision, int scale) implements Type {
        /// The widest decimal that every reader of the lake understands.
        public static final int MAX_PRECISION = 38;

        public Decimal {
            if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
                throw new IllegalArgumentException("no such type: decimal(" + precision + ", " + scale + ")");
            }
        }

        @Override
        public String toString() {
            return "decimal(" + precision + ", " + scale + ")";
        }
    }

    /// A list of any length; elements may be null.
    record Listing(Type element) implements Type {
        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /// Named fields, each with its own type.
    record Struct(List<Field> fields) implements Type {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return fields.stream()
                    .map(field -> field.name() + ": " + field.type())
                    .collect(Collectors.joining(", ", "struct<", ">"));
        }
    }

    /// Keys (never null) with their values (may be null); order is kept but has no meaning.
    record Mapping(Type key, Type value) implements Type {
        @Override
        public String toString() {
            return "map<" + key + ", " + value + ">";
        }
    }
}
