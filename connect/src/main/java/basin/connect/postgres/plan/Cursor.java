package basin.connect.postgres.plan;

import org.jspecify.annotations.Nullable;

/// The column that tells new rows of a stream.
///
/// @param column its name
/// @param type its type, as SQL
/// @param lookback what is subtracted from the greatest value seen, as an SQL expression; null for no limit
public record Cursor(String column, String type, @Nullable String lookback) {}
