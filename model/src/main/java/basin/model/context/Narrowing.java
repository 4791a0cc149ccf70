package basin.model.context;

import basin.model.config.Config;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Which rows of its inputs a template reads.
///
/// @param empty whether it reads none of them: the command's option `--empty`
/// @param time the stretch of time it reads of inputs that declare an `event_time`; null for all of it
record Narrowing(boolean empty, @Nullable Batch time) {
    /// All rows.
    static final Narrowing NONE = new Narrowing(false, null);

    /// What follows an input's name in a subquery; null if all of its rows are read.
    ///
    /// @param config of the input
    @Nullable
    String of(Config config) {
        String eventTime = config.text("event_time");
        StringJoiner tail = new StringJoiner(" ");
        if (time != null && eventTime != null) {
            tail.add("where " + time.condition(eventTime));
            if (empty) {
                tail.add("limit 0");
            }
        } else if (empty) {
            tail.add("where false limit 0");
        }
        return tail.length() == 0 ? null : tail.toString();
    }
}
