package basin.connect.postgres.types;

import basin.core.rows.Type;
import java.util.function.UnaryOperator;

/// How the values of a column travel from the server into the lake.
///
/// @param type what the column becomes
/// @param select from the column, as an SQL expression, to what is selected for it
/// @param decoder reads what arrives
/// @param text reads the value where the server writes it out instead
/// @param canonical how the server writes them where they are compared with what was loaded
public record Wire(Type type, UnaryOperator<String> select, Decoder decoder, Decoder text, Canonical canonical) {

    /// Values that arrive as the server stores them.
    static Wire direct(Type type, Decoder decoder, Decoder text) {
        return direct(type, decoder, text, Canonical.of(type));
    }

    /// As [#direct(Type, Decoder, Decoder)], where the server has another type than the usual one.
    static Wire direct(Type type, Decoder decoder, Decoder text, Canonical canonical) {
        return new Wire(type, UnaryOperator.identity(), decoder, text, canonical);
    }

    /// Whether the column itself is selected, so that it can also arrive as a part of something.
    public boolean isDirect() {
        return select.apply("x").equals("x");
    }
}
