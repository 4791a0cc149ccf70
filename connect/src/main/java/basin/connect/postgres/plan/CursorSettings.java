package basin.connect.postgres.plan;

import basin.core.settings.Doc;
import basin.core.settings.Example;
import org.jspecify.annotations.Nullable;

/// By what new and changed rows of a table are found.
@Doc("By what new and changed rows of a table are found.")
public record CursorSettings(
        @Doc("A column that grows with each new row, and with each change if changes are to be seen: a number from a "
                + "sequence, a time of change, a uuid of version 7.")
        @Example("updated_at")
        String column,

        @Doc(
                "How far behind the greatest value seen a value may lie in a row that is committed later: an interval for dates and "
                        + "times, a number for numbers. With it, an index on the column is enough to find the new rows. Without it nothing is assumed: "
                        + "the server looks through the whole table for rows written since the last load, which costs it a scan but no transfer.")
        @Example("1 hour")
        @Nullable
        String lookback) {}
