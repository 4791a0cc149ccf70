package basin.connect.postgres.types;

import basin.core.rows.Type;
import java.util.function.UnaryOperator;

/// How the values of a column travel from the server into the lake.
///
/// @param type what the column becomes
/// @param select from the column, as an SQL expression, to what is selected for it
/// @param decoder reads what arrives
public record Wire(Type type, UnaryOperator<String> select, Decoder decoder) {

    /// Values that arrive as the server stores them.
    static Wire direct(Type type, Decoder decoder) {
        return new Wire(type, UnaryOperator.identity(), decoder);
    }

    /// Whether the column itself is selected, so that it can also arrive as a part of something.
    boolean isDirect() {
        return select.apply("x").equals("x");
    }
}
