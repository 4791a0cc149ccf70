package basin.model.context;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stretch of time that one run of a microbatch model covers, in UTC.
///
/// @param start the first moment of it
/// @param end the first moment after it
public record Batch(LocalDateTime start, LocalDateTime end) {
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("uuuuMMdd'T'HH", Locale.ROOT);

    /// The condition that a row of an input belongs to it.
    ///
    /// @param column its `event_time`
    public String condition(String column) {
        return column + " >= cast('" + SQL.format(start) + "' as timestamp) and " + column + " < cast('"
                + SQL.format(end) + "' as timestamp)";
    }

    /// As `model.batch` shows it.
    Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", ID.format(start));
        view.put("event_time_start", SQL.format(start));
        view.put("event_time_end", SQL.format(end));
        return view;
    }
}
