package basin.model.adapter;

import basin.jinja.value.HasAttributes;
import basin.model.host.Members;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The type of a column of values, as agate knows it: what macros ask for as `column.data_type`.
enum ColumnType implements HasAttributes {
    BOOLEAN("Boolean"),
    INTEGER("Integer"),
    NUMBER("Number"),
    DATE("Date"),
    DATE_TIME("DateTime"),
    TEXT("Text");

    private static final Members<ColumnType> MEMBERS = new Members<ColumnType>()
            .method("jsonify(value)", (type, given) -> type.inJson(given.get("value")))
            .method("csvify(value)", (type, given) -> type.inJson(given.get("value")));

    private final String word;

    ColumnType(String word) {
        this.word = word;
    }

    /// The type of the first value that is there; that of texts where none is.
    static ColumnType of(List<? extends @Nullable Object> values) {
        for (Object value : values) {
            if (value != null) {
                return switch (value) {
                    case Boolean _ -> BOOLEAN;
                    case Long _, Integer _ -> INTEGER;
                    case Number _ -> NUMBER;
                    case LocalDate _ -> DATE;
                    case Temporal _ -> DATE_TIME;
                    default -> TEXT;
                };
            }
        }
        return TEXT;
    }

    /// Its name: `Text`, `Integer`, `Number`, `Boolean`, `Date`, `DateTime`.
    String word() {
        return word;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    private @Nullable Object inJson(@Nullable Object value) {
        return switch (this) {
            case BOOLEAN -> value;
            case INTEGER, NUMBER -> value instanceof Number number ? (Object) number.doubleValue() : value;
            case DATE, DATE_TIME, TEXT -> value == null ? null : value.toString();
        };
    }

    @Override
    public String toString() {
        return "<agate.data_types." + word + ">";
    }
}
