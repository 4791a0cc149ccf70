package basin.app.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Values, as [basin.core.rows.Column#get] gives them, in letters: decimals without an exponent, dates and
/// times as ISO 8601 says, bytes as Postgres writes them (`\xcafe`), lists, structs and maps as JSON.
final class ValueText {

    private ValueText() {}

    /// The text of a value that is not null.
    static String of(Object value) {
        return switch (value) {
            case String text -> text;
            case BigDecimal decimal -> decimal.toPlainString();
            case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case LocalDateTime at -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at);
            case Instant at -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case List<?> list -> ValueJson.text(list);
            case Map<?, ?> map -> ValueJson.text(map);
            default -> value.toString();
        };
    }
}
