package basin.connect.postgres.types;

import basin.core.rows.Type;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How the server itself writes a value as [basin.connect.digest] has it, as SQL over the column as it is stored; so
/// that what was loaded can be checked by other means than those that loaded it.
///
/// @param text from an SQL expression to its text; SQL null where it is null
/// @param unfit from an SQL expression to the condition that the value has no place in the type its column has in the
///     lake, which may be null instead of false; empty where all values have one
public record Canonical(UnaryOperator<String> text, UnaryOperator<String> unfit) {

    private static final String MICROS_TO_2000 = "946684800000000";

    /// Of values that the lake has in a type without parts, and the server in its usual type for that.
    static Canonical of(Type type) {
        return switch (type) {
            case Type.Primitive primitive ->
                switch (primitive) {
                    case BOOLEAN, INT, LONG, UUID -> new Canonical(value -> "(" + value + ")::text", Canonical::never);
                    case FLOAT -> ieee("float4send");
                    case DOUBLE -> ieee("float8send");
                    case DATE ->
                        new Canonical(
                                value -> finite(value, "((%s) - date '1970-01-01')::text".formatted(value)),
                                Canonical::never);
                    case TIME ->
                        new Canonical(
                                value -> bits("time_send", value) + "::text",
                                value -> "(%s) = time '24:00'".formatted(value));
                    case TIMESTAMP -> timestamp("timestamp_send", "timestamp '294247-01-10 04:00:54.775807'");
                    case TIMESTAMPTZ -> timestamp("timestamptz_send", "timestamptz '294247-01-10 04:00:54.775807+00'");
                    case STRING ->
                        new Canonical(
                                value -> "octet_length(textsend((%1$s)::text))::text || ':' || (%1$s)::text"
                                        .formatted(value),
                                Canonical::never);
                    case BINARY -> bytes("");
                };
            case Type.Decimal decimal -> decimal(decimal);
            case Type.Listing _, Type.Struct _, Type.Mapping _ ->
                throw new IllegalArgumentException("a type with parts: " + type);
        };
    }

    /// Of bytes.
    ///
    /// @param send the function that makes bytes of the value; empty where it is bytes
    static Canonical bytes(String send) {
        return new Canonical(value -> "encode(%s(%s), 'hex')".formatted(send, value), Canonical::never);
    }

    /// Of an array with one dimension.
    Canonical list() {
        return new Canonical(
                array ->
                        "case when (%s) is not null then '[' || array_to_string(array(select %s from %s), ';', '~') || ']' end"
                                .formatted(array, text.apply("e"), elements(array)),
                array -> {
                    String shape = "array_ndims(%1$s) > 1 or array_lower(%1$s, 1) <> 1".formatted(array);
                    String element = unfit.apply("e");
                    return element.isEmpty()
                            ? shape
                            : shape + " or exists (select from %s where %s)".formatted(elements(array), element);
                });
    }

    /// Of a composite value.
    ///
    /// @param names of its fields, as SQL identifiers
    /// @param fields one for each of them
    static Canonical struct(List<String> names, List<Canonical> fields) {
        return new Canonical(
                value -> "case when (%s) is distinct from null then '(' || %s || ')' end"
                        .formatted(
                                value,
                                joined(IntStream.range(0, names.size())
                                        .mapToObj(i -> fields.get(i).text().apply(field(value, names.get(i))))
                                        .toList())),
                value -> any(IntStream.range(0, names.size())
                        .mapToObj(i -> fields.get(i).unfit().apply(field(value, names.get(i))))
                        .toList()));
    }

    /// Of values that are first made something else.
    Canonical after(UnaryOperator<String> conversion) {
        return new Canonical(
                value -> text.apply(conversion.apply(value)), value -> unfit.apply(conversion.apply(value)));
    }

    /// Texts with what stands between them.
    public static String joined(List<String> texts) {
        return "array_to_string(array[" + String.join(", ", texts) + "], ';', '~')";
    }

    /// That one of several conditions holds; empty if none of them can.
    public static String any(List<String> conditions) {
        return conditions.stream()
                .filter(condition -> !condition.isEmpty())
                .map(condition -> "(" + condition + ") is true")
                .collect(Collectors.joining(" or "));
    }

    /// The condition for types of which every value has a place.
    private static String never(String value) {
        return "";
    }

    private static Canonical ieee(String send) {
        return new Canonical(
                value ->
                        "case when (%1$s) = 'NaN' then 'NaN' else encode(%2$s(%1$s), 'hex') end".formatted(value, send),
                Canonical::never);
    }

    /// A number with as many digits behind the point as the type has.
    private static Canonical decimal(Type.Decimal type) {
        return new Canonical(
                value -> "trunc(%s, %d)::text".formatted(value, type.scale()),
                value -> "not ((%1$s) = trunc(%1$s, %2$d) and abs(%1$s) < 1e%3$d::numeric)"
                        .formatted(value, type.scale(), type.precision() - type.scale()));
    }

    /// @param end the first that is too late
    private static Canonical timestamp(String send, String end) {
        return new Canonical(
                value -> finite(value, "(" + bits(send, value) + " + " + MICROS_TO_2000 + ")::text"),
                value -> "(%1$s) >= %2$s and isfinite(%1$s)".formatted(value, end));
    }

    private static String finite(String value, String text) {
        return "case when isfinite(%1$s) then %2$s else (%1$s)::text end".formatted(value, text);
    }

    /// What the server stores in 64 bits, as a number.
    private static String bits(String send, String value) {
        return "('x' || encode(%s(%s), 'hex'))::bit(64)::bigint".formatted(send, value);
    }

    /// A composite element, too, is one column here, as it would not be in the FROM clause itself.
    private static String elements(String array) {
        return "(select unnest(" + array + ") as e) as elements";
    }

    private static String field(String value, String name) {
        return "(" + value + ")." + name;
    }
}
