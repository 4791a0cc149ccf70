package basin.connect.postgres.plan;

import basin.core.settings.Checked;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Findings;
import java.util.regex.Pattern;
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
        String lookback)
        implements Checked {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /// As Postgres reads it: `90 minutes`, `1 day 12:00`, `1h30m`, `PT1H`.
    private static final Pattern INTERVAL = Pattern.compile(
            "P[0-9YMWDTHS.]+|(\\d+(\\.\\d+)? *(microseconds?|us|milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m"
                    + "|hours?|hrs?|h|days?|d|weeks?|w|months?|mons?|years?|yrs?|y) *)*(\\d+:\\d\\d(:\\d\\d)?)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Findings findings) {
        if (lookback != null && !isLookback(lookback.strip())) {
            findings.add(
                    "lookback",
                    "'lookback' is neither an interval nor a number",
                    "write '1 hour' or '2 days' for times, 1000 for numbers");
        }
    }

    private static boolean isLookback(String text) {
        return !text.isEmpty()
                && (NUMBER.matcher(text).matches() || INTERVAL.matcher(text).matches());
    }
}
