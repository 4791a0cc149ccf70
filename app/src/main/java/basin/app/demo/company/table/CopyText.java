package basin.app.demo.company.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Writes rows in the text format of `COPY ... FROM STDIN` (PostgreSQL manual, "COPY", section "Text Format"):
/// UTF-8, values separated by tabs, `\N` for null. A row is one call per column, then [#end()].
///
/// Bytes gather in a buffer and go out in whole rows; [#flush()] sends the rest. Not for use by several
/// threads.
public final class CopyText {
    private static final int SEND_AT = 48 * 1024;
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final String HEX = "0123456789abcdef";

    private final OutputStream out;
    private final LongConsumer sent;
    private byte[] buffer = new byte[64 * 1024];
    private int length;
    private boolean rowBegun;
    private long rows;

    /// @param sent hears, each time that rows have gone out, how many have in all
    public CopyText(OutputStream out, LongConsumer sent) {
        this.out = out;
        this.sent = sent;
    }

    public CopyText end() throws IOException {
        put('\n');
        rowBegun = false;
        rows++;
        if (length >= SEND_AT) {
            flush();
        }
        return this;
    }

    public void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
        sent.accept(rows);
    }

    public CopyText nothing() {
        separate();
        put('\\');
        put('N');
        return this;
    }

    public CopyText whole(long value) {
        separate();
        digits(value);
        return this;
    }

    public CopyText money(long cents) {
        return decimal(cents, 2);
    }

    /// A number of `unscaled` units of `10^-scale`.
    public CopyText decimal(long unscaled, int scale) {
        separate();
        if (unscaled < 0) {
            put('-');
        }
        long one = 1;
        for (int i = 0; i < scale; i++) {
            one *= 10;
        }
        long absolute = Math.abs(unscaled);
        digits(absolute / one);
        put('.');
        padded(absolute % one, one / 10);
        return this;
    }

    /// A floating-point number, `NaN` among them.
    public CopyText real(double value) {
        return word(Double.toString(value));
    }

    public CopyText truth(boolean value) {
        separate();
        put(value ? 't' : 'f');
        return this;
    }

    public CopyText text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        separate();
        escaped(value);
        return this;
    }

    /// The label of an enum type: the constant's name in lower case.
    public CopyText label(@Nullable Enum<?> value) {
        return value == null ? nothing() : word(Label.of(value));
    }

    /// A `text[]` with these elements.
    public CopyText list(List<String> elements) {
        StringBuilder array = new StringBuilder("{");
        for (String element : elements) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(element.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text(array.append('}').toString());
    }

    public CopyText json(Json value) {
        return text(value.toString());
    }

    public CopyText uuid(UUID value) {
        return word(value.toString());
    }

    public CopyText bytes(byte[] value) {
        separate();
        put('\\');
        put('\\');
        put('x');
        for (byte b : value) {
            put(HEX.charAt((b >> 4) & 15));
            put(HEX.charAt(b & 15));
        }
        return this;
    }

    public CopyText date(@Nullable LocalDate day) {
        if (day == null) {
            return nothing();
        }
        separate();
        calendarDay(day);
        return this;
    }

    /// An instant in microseconds since 1970 in UTC.
    public CopyText instant(long micros) {
        separate();
        calendarDay(LocalDate.ofEpochDay(Math.floorDiv(micros, DAY)));
        put(' ');
        long ofDay = Math.floorMod(micros, DAY);
        padded(ofDay / (3600 * SECOND), 10);
        put(':');
        padded(ofDay / (60 * SECOND) % 60, 10);
        put(':');
        padded(ofDay / SECOND % 60, 10);
        put('.');
        padded(ofDay % SECOND, 100_000);
        put('+');
        padded(0, 10);
        return this;
    }

    /// An instant in microseconds since 1970 in UTC, or null where it has not come yet.
    public CopyText instant(@Nullable Long micros) {
        return micros == null ? nothing() : instant(micros.longValue());
    }

    /// A value whose text needs no escapes.
    private CopyText word(String ascii) {
        separate();
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
        return this;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> {
                    if (c >= 0x80) {
                        encoded(value.substring(i));
                        return;
                    }
                    put(c);
                }
            }
        }
    }

    /// The slower way, for text from its first character beyond ASCII on. What needs an escape is ASCII, and
    /// bytes of ASCII occur in UTF-8 only as themselves.
    private void encoded(String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            switch (b) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> put(b);
            }
        }
    }

    private void escape(char c) {
        put('\\');
        put(c);
    }

    private void calendarDay(LocalDate day) {
        padded(day.getYear(), 1000);
        put('-');
        padded(day.getMonthValue(), 10);
        put('-');
        padded(day.getDayOfMonth(), 10);
    }

    private void digits(long value) {
        if (value < 0) {
            put('-');
        }
        long absolute = Math.abs(value);
        long unit = 1;
        while (absolute / unit >= 10) {
            unit *= 10;
        }
        padded(absolute, unit);
    }

    /// The digits of a value that is not negative, from the one worth `unit` down.
    private void padded(long value, long unit) {
        for (long u = unit; u > 0; u /= 10) {
            put('0' + (int) (value / u % 10));
        }
    }

    private void separate() {
        if (rowBegun) {
            put('\t');
        }
        rowBegun = true;
    }

    private void put(int b) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        buffer[length++] = (byte) b;
    }
}
