package basin.core.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of memory or storage. As in DuckDB, `KB MB GB TB` are powers of 1000 and `KiB MiB GiB TiB` powers of
/// 1024.
///
/// @param bytes not negative
@Text(value = "a size such as 512MB or 2GiB", pattern = "^ *[0-9]+(\\.[0-9]+)? *([kKmMgGtT][iI]?)?[bB]? *$")
public record DataSize(long bytes) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?) *([KMGT]I?)?B?");

    private enum Unit {
        B(1),
        KB(1_000),
        KIB(1L << 10),
        MB(1_000_000),
        MIB(1L << 20),
        GB(1_000_000_000),
        GIB(1L << 30),
        TB(1_000_000_000_000L),
        TIB(1L << 40);

        private final long bytes;

        Unit(long bytes) {
            this.bytes = bytes;
        }

        String written() {
            return name().replace('I', 'i');
        }
    }

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not negative: " + bytes);
        }
    }

    /// Reads `512MB`, `1.5 GiB`, `64k`, or a plain number of bytes; upper and lower case are the same.
    ///
    /// @throws IllegalArgumentException if the text is no size, or one beyond 8 EiB
    public static DataSize parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            throw new IllegalArgumentException("no size: " + text);
        }
        Unit unit = Unit.valueOf(written.group(2) == null ? "B" : written.group(2) + "B");
        BigDecimal bytes = new BigDecimal(written.group(1))
                .multiply(BigDecimal.valueOf(unit.bytes))
                .setScale(0, RoundingMode.HALF_UP);
        if (bytes.toBigInteger().bitLength() > 63) {
            throw new IllegalArgumentException("too large: " + text);
        }
        return new DataSize(bytes.longValueExact());
    }

    /// The shortest exact way of writing it, readable by [#parse] and by DuckDB: `512MB`, `2GiB`, `1001B`.
    @Override
    public String toString() {
        String shortest = bytes + "B";
        for (Unit unit : Unit.values()) {
            String text = bytes / unit.bytes + unit.written();
            if (bytes > 0 && bytes % unit.bytes == 0 && text.length() < shortest.length()) {
                shortest = text;
            }
        }
        return shortest;
    }
}
