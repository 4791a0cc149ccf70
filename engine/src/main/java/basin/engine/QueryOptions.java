package basin.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a query may take, and what it is given.
///
/// @param timeout      how long it may last, from its start to the moment its rows are closed
/// @param memoryBytes  what it may hold in memory before it spills to disk; empty for its share of what the
///                     engine has
/// @param parameters   values for `?` or `$1`, in their order: null, booleans, numbers, text, `java.time`
///                     values
/// @param cancellation how to stop it from another thread
public record QueryOptions(
        Duration timeout, Optional<Long> memoryBytes, List<@Nullable Object> parameters, Cancellation cancellation) {

    public QueryOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a query needs some time, not " + timeout);
        }
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    /// Ten minutes, the engine's memory, no parameters, nobody to cancel it.
    public static QueryOptions usual() {
        return new QueryOptions(Duration.ofMinutes(10), Optional.empty(), List.of(), new Cancellation());
    }

    public QueryOptions withTimeout(Duration time) {
        return new QueryOptions(time, memoryBytes, parameters, cancellation);
    }

    public QueryOptions withMemory(long bytes) {
        return new QueryOptions(timeout, Optional.of(bytes), parameters, cancellation);
    }

    public QueryOptions withParameters(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        Collections.addAll(list, values);
        return new QueryOptions(timeout, memoryBytes, list, cancellation);
    }

    public QueryOptions withCancellation(Cancellation by) {
        return new QueryOptions(timeout, memoryBytes, parameters, by);
    }
}
