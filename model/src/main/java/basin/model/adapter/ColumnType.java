package basin.model.adapter;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What agate calls the type of a column of values.
final class ColumnType {
    private ColumnType() {}

    /// The type of the first value that is there; that of texts where none is.
    static String of(List<? extends @Nullable Object> values) {
        for (Object value : values) {
            if (value != null) {
                return switch (value) {
                    case Boolean _ -> "Boolean";
                    case Long _, Integer _ -> "Integer";
                    case Number _ -> "Number";
                    case LocalDate _ -> "Date";
                    case Temporal _ -> "DateTime";
                    default -> "Text";
                };
            }
        }
        return "Text";
    }
}
