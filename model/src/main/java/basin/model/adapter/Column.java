package basin.model.adapter;

import basin.jinja.value.HasAttributes;
import basin.jinja.value.HasRepr;
import basin.model.host.Members;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column of a relation, with the type as its database writes it.
///
/// @param name without quotes
/// @param type such as `VARCHAR` or `DECIMAL(18,3)`
/// @param size of a text in characters; null where there is no limit
/// @param precision of a number in digits; null where there is none
/// @param scale of a number in digits; null where there is none
public record Column(
        String name,
        String type,
        @Nullable Integer size,
        @Nullable Integer precision,
        @Nullable Integer scale) implements HasAttributes, HasRepr {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "varchar", "string");
    private static final Set<String> INTEGERS = Set.of(
            "smallint",
            "integer",
            "bigint",
            "int",
            "tinyint",
            "hugeint",
            "utinyint",
            "usmallint",
            "uinteger",
            "ubigint",
            "uhugeint",
            "int2",
            "int4",
            "int8",
            "smallserial",
            "serial",
            "bigserial");
    private static final Set<String> FLOATS = Set.of("real", "float", "float4", "float8", "double", "double precision");
    private static final Set<String> DECIMALS = Set.of("numeric", "decimal");

    private static final Members<Column> MEMBERS = new Members<Column>()
            .property("name", Column::name)
            .property("column", Column::name)
            .property("quoted", column -> quoted(column.name))
            .property("dtype", Column::type)
            .property("data_type", Column::dataType)
            .property("char_size", column -> whole(column.size))
            .property("numeric_precision", column -> whole(column.precision))
            .property("numeric_scale", column -> whole(column.scale))
            .method("is_string()", (column, _) -> column.isText())
            .method("is_integer()", (column, _) -> column.is(INTEGERS))
            .method("is_float()", (column, _) -> column.is(FLOATS))
            .method("is_numeric()", (column, _) -> column.is(DECIMALS))
            .method("is_number()", (column, _) -> column.is(INTEGERS) || column.is(FLOATS) || column.is(DECIMALS))
            .method("string_size()", (column, _) -> (long) column.stringSize())
            .method(
                    "can_expand_to(other_column)",
                    (column, given) -> column.canExpandTo(given.as("other_column", Column.class, "a column")))
            .method("literal(value)", (column, given) -> given.get("value") + "::" + column.dataType())
            .method("string_type(size)", (_, given) -> textType(given.text("size")))
            .method(
                    "numeric_type(dtype, precision, scale)",
                    (_, given) -> numericType(given.required("dtype"), given.text("precision"), given.text("scale")))
            .method("translate_type(dtype)", (_, given) -> translated(given.required("dtype")));

    /// A column whose type says all there is to say.
    public Column(String name, String type) {
        this(name, type, null, null, null);
    }

    /// The type as it is written in a statement.
    public String dataType() {
        if (isText()) {
            return textType(Integer.toString(stringSize()));
        }
        return is(DECIMALS) && !type.contains("(") ? numericType(type, text(precision), text(scale)) : type;
    }

    @Override
    public @Nullable Object attribute(String member) {
        return MEMBERS.of(this, member);
    }

    @Override
    public String toString() {
        return repr();
    }

    @Override
    public String repr() {
        return "<Column " + name + " (" + dataType() + ")>";
    }

    /// A name in double quotes.
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// The word of standard SQL for a type that macros name in general terms, such as `string`; other types
    /// stay as they are.
    public static String translated(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "STRING" -> "TEXT";
            case "INTEGER" -> "INT";
            case "TIMESTAMP" -> "TIMESTAMP";
            case "FLOAT" -> "FLOAT";
            case "BOOLEAN" -> "BOOLEAN";
            default -> type;
        };
    }

    /// A type of texts of at most so many characters.
    public static String textType(@Nullable String size) {
        return "character varying(" + size + ")";
    }

    /// A type of decimal numbers; without precision and scale its name alone.
    public static String numericType(String type, @Nullable String precision, @Nullable String scale) {
        return precision == null || scale == null ? type : type + "(" + precision + "," + scale + ")";
    }

    private boolean isText() {
        return is(TEXTS);
    }

    private boolean is(Set<String> types) {
        int parenthesis = type.indexOf('(');
        String word = parenthesis < 0 ? type : type.substring(0, parenthesis);
        return types.contains(word.strip().toLowerCase(Locale.ROOT));
    }

    /// 256 for a text without a limit, as macros expect it.
    private int stringSize() {
        return size == null ? 256 : size;
    }

    private boolean canExpandTo(Column other) {
        return isText() && other.isText() && other.stringSize() > stringSize();
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
