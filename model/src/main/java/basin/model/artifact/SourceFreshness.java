package basin.model.artifact;

import basin.model.dictionary.SourceDictionary;
import basin.model.resource.Freshness;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `sources.json`, version 3: how fresh sources are.
public final class SourceFreshness {
    /// The file's name.
    public static final String FILE = "sources.json";

    private static final String SCHEMA = "sources/v3";

    private SourceFreshness() {}

    /// What a look at a source gave.
    ///
    /// @param newest when its newest row came; null if that could not be told
    /// @param lookedAt when the look was taken
    /// @param status `pass`, `warn` or `error`; of a source that could not be looked at `runtime error`
    /// @param error why it could not be looked at; null if it could
    public record Look(
            String uniqueId,
            @Nullable Instant newest,
            Instant lookedAt,
            String status,
            Freshness expected,
            @Nullable String error,
            String threadId,
            double seconds) {}

    /// The results of several looks.
    ///
    /// @param seconds how long all of it took
    public static ObjectNode of(List<Look> looks, double seconds, Invocation invocation) {
        ObjectNode json = Json.object();
        json.set("metadata", invocation.metadata(SCHEMA));
        ArrayNode results = json.putArray("results");
        looks.forEach(look -> results.add(of(look)));
        json.put("elapsed_time", seconds);
        return json;
    }

    private static ObjectNode of(Look look) {
        ObjectNode json = Json.object();
        json.put("unique_id", look.uniqueId());
        Instant newest = look.newest();
        if (newest == null) {
            json.put("error", look.error());
            json.put("status", "runtime error");
            return json;
        }
        json.put("max_loaded_at", Invocation.text(newest));
        json.put("snapshotted_at", Invocation.text(look.lookedAt()));
        json.put(
                "max_loaded_at_time_ago_in_s",
                Duration.between(newest, look.lookedAt()).toMillis() / 1000.0);
        json.put("status", look.status());
        json.set("criteria", Json.of(SourceDictionary.freshness(look.expected())));
        json.putObject("adapter_response");
        json.putArray("timing");
        json.put("thread_id", look.threadId());
        json.put("execution_time", look.seconds());
        return json;
    }
}
