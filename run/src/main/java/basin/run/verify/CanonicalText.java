package basin.run.verify;

import basin.core.rows.Field;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import basin.duck.SqlTypes;
import java.util.List;
import java.util.stream.Collectors;

/// How DuckDB writes a value as [basin.connect.digest] has it.
final class CanonicalText {

    private CanonicalText() {}

    /// An SQL expression for the text of a value; SQL null where that is null.
    ///
    /// @param value an SQL expression
    /// @param type what the value is to be; the column may have a wider type
    static String of(String value, Type type) {
        return of(value, type, 0);
    }

    /// Texts with what stands between them.
    static String joined(List<String> texts) {
        return texts.stream()
                .map(text -> "coalesce(" + text + ", '~')")
                .collect(Collectors.joining(", ", "concat_ws(';', ", ")"));
    }

    /// @param depth of lists around it: each has a name of its own for its elements
    private static String of(String value, Type type, int depth) {
        return switch (type) {
            case Type.Primitive primitive -> primitive(value, primitive);
            case Type.Decimal decimal -> decimal(value, decimal);
            case Type.Listing listing -> {
                String element = "e" + depth;
                yield "'[' || array_to_string(list_transform(%s, lambda %s: coalesce(%s, '~')), ';') || ']'"
                        .formatted(value, element, of(element, listing.element(), depth + 1));
            }
            case Type.Struct struct ->
                structure(
                        value,
                        struct.fields().stream()
                                .map(field -> of(part(value, field), field.type(), depth))
                                .toList());
            case Type.Mapping mapping -> {
                String pair = "e" + depth;
                List<String> both = List.of(
                        of(pair + ".key", mapping.key(), depth + 1), of(pair + ".value", mapping.value(), depth + 1));
                yield "'{' || array_to_string(list_sort(list_transform(map_entries(%s), lambda %s: %s)), ';') || '}'"
                        .formatted(value, pair, structure(pair, both));
            }
        };
    }

    private static String primitive(String value, Type.Primitive type) {
        return switch (type) {
            case BOOLEAN, INT, LONG, UUID -> "(" + value + ")::varchar";
            case FLOAT, DOUBLE ->
                "case when isnan(%1$s) then 'NaN' else lower(hex((%1$s)::%2$s::bit::blob)) end"
                        .formatted(value, SqlTypes.of(type));
            case DATE -> finite(value, "((" + value + ") - date '1970-01-01')");
            case TIME -> "epoch_us(" + value + ")::varchar";
            case TIMESTAMP, TIMESTAMPTZ -> finite(value, "epoch_us(" + value + ")");
            case STRING -> "strlen(%1$s)::varchar || ':' || (%1$s)".formatted(value);
            case BINARY -> "lower(hex(" + value + "))";
        };
    }

    /// DuckDB leaves out the zero before the point where the type has no digits there.
    private static String decimal(String value, Type.Decimal type) {
        String text = "(" + value + ")::" + SqlTypes.of(type) + "::varchar";
        return type.scale() == type.precision() ? "replace(" + text + ", '.', '0.')" : text;
    }

    private static String structure(String value, List<String> parts) {
        return "case when (" + value + ") is not null then '(' || " + joined(parts) + " || ')' end";
    }

    private static String finite(String value, String number) {
        return "case when isfinite(%1$s) then %2$s::varchar else (%1$s)::varchar end".formatted(value, number);
    }

    private static String part(String value, Field field) {
        return "(" + value + ")." + TableName.quote(field.name());
    }
}
