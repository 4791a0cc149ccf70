package basin.jinja.method;

import basin.jinja.operation.TemporalText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates and times written by a format such as `%Y-%m-%d %H:%M:%S`. A directive that is unknown stays as it is.
public final class Strftime {
    private Strftime() {}

    public static String format(Temporal time, String format) {
        Fields fields = Fields.of(time);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char c = format.charAt(at);
            if (c != '%' || at + 1 == format.length()) {
                text.append(c);
                continue;
            }
            char directive = format.charAt(++at);
            boolean unpadded = directive == '-' && at + 1 < format.length();
            if (unpadded) {
                directive = format.charAt(++at);
            }
            String value = fields.resolve(directive);
            text.append(unpadded ? value.replaceFirst("^0+(?=\\d)", "") : value);
        }
        return text.toString();
    }

    /// @param zone null where the time has none
    private record Fields(
            LocalDateTime time,
            @Nullable ZoneId zone,
            @Nullable ZoneOffset offset) {
        static Fields of(Temporal time) {
            return switch (time) {
                case LocalDate date -> new Fields(date.atStartOfDay(), null, null);
                case LocalTime clock -> new Fields(clock.atDate(LocalDate.of(1900, 1, 1)), null, null);
                case LocalDateTime naive -> new Fields(naive, null, null);
                case ZonedDateTime aware -> new Fields(aware.toLocalDateTime(), aware.getZone(), aware.getOffset());
                case OffsetDateTime aware -> new Fields(aware.toLocalDateTime(), aware.getOffset(), aware.getOffset());
                default -> throw new IllegalArgumentException("not a date or time: " + time);
            };
        }

        String resolve(char directive) {
            return switch (directive) {
                case 'Y' -> "" + time.getYear();
                case 'y' -> two(time.getYear() % 100);
                case 'm' -> two(time.getMonthValue());
                case 'd' -> two(time.getDayOfMonth());
                case 'e' -> String.format("%2d", time.getDayOfMonth());
                case 'H' -> two(time.getHour());
                case 'I' -> two((time.getHour() + 11) % 12 + 1);
                case 'M' -> two(time.getMinute());
                case 'S' -> two(time.getSecond());
                case 'f' -> String.format("%06d", time.get(ChronoField.MICRO_OF_SECOND));
                case 'p' -> time.getHour() < 12 ? "AM" : "PM";
                case 'j' -> String.format("%03d", time.getDayOfYear());
                case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                case 'w' -> "" + time.getDayOfWeek().getValue() % 7;
                case 'u' -> "" + time.getDayOfWeek().getValue();
                case 'U' -> two((time.getDayOfYear() + 6 - time.getDayOfWeek().getValue() % 7) / 7);
                case 'W' -> two((time.getDayOfYear() + 6 - (time.getDayOfWeek().getValue() - 1)) / 7);
                case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                case 'G' -> "" + time.get(IsoFields.WEEK_BASED_YEAR);
                case 'F' -> resolve('Y') + "-" + resolve('m') + "-" + resolve('d');
                case 'T', 'X' -> resolve('H') + ":" + resolve('M') + ":" + resolve('S');
                case 'R' -> resolve('H') + ":" + resolve('M');
                case 'D', 'x' -> resolve('m') + "/" + resolve('d') + "/" + resolve('y');
                case 'c' ->
                    resolve('a') + " " + resolve('b') + " " + resolve('e') + " " + resolve('T') + " " + resolve('Y');
                case 's' -> "" + time.toEpochSecond(offset == null ? ZoneOffset.UTC : offset);
                case 'z' -> offset == null ? "" : TemporalText.offset(offset, "");
                case 'Z' -> zone == null || offset == null ? "" : zoneName(zone);
                case 'n' -> "\n";
                case 't' -> "\t";
                case '%' -> "%";
                default -> "%" + directive;
            };
        }

        private String zoneName(ZoneId of) {
            return of.getRules().isFixedOffset() && offset != null && offset.getTotalSeconds() == 0
                    ? "UTC"
                    : of.getId().startsWith("+") || of.getId().startsWith("-")
                            ? "UTC" + of.getId()
                            : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time.atZone(of));
        }

        private static String two(int number) {
            return number < 10 ? "0" + number : "" + number;
        }
    }
}
