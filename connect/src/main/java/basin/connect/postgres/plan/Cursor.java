package basin.connect.postgres.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The column that tells new rows of a stream.
///
/// @param column its name
/// @param type its type, as SQL
/// @param lookback what is subtracted from the greatest value seen, as an SQL expression; null for no limit
/// @param special values that are greater than any other and never stand for how far a table has grown, as SQL
///     literals
public record Cursor(String column, String type, @Nullable String lookback, List<String> special) {}
