package basin.connect.postgres.types;

import basin.core.rows.Type;
import basin.core.settings.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a column is loaded as, where its usual type will not do.
@Text(
        value = "one of text, binary, uuid, time, decimal(precision, scale)",
        pattern = "^(text|binary|uuid|time|decimal\\( *[0-9]+ *, *[0-9]+ *\\))$")
public sealed interface As {

    /// As the server writes it out: for every type.
    record PlainText() implements As {}

    /// The bytes of a text, whatever they mean: for texts.
    record Binary() implements As {}

    /// The native type: for uuid.
    record Uuid() implements As {}

    /// The native type: for time without time zone.
    record Time() implements As {}

    /// An exact number; values that would have to be rounded go into quarantine: for numeric.
    record Decimal(Type.Decimal type) implements As {}

    Pattern DECIMAL = Pattern.compile("decimal\\( *(\\d{1,2}) *, *(\\d{1,2}) *\\)");

    /// Reads what stands in a file.
    ///
    /// @throws IllegalArgumentException if it is none of them
    static As parse(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            return new Decimal(
                    new Type.Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2))));
        }
        return switch (text) {
            case "text" -> new PlainText();
            case "binary" -> new Binary();
            case "uuid" -> new Uuid();
            case "time" -> new Time();
            default -> throw new IllegalArgumentException("nothing to load a column as: " + text);
        };
    }
}
