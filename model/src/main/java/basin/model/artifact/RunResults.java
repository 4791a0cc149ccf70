package basin.model.artifact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `run_results.json`, version 6: what became of each node in a run.
public final class RunResults {
    /// The file's name.
    public static final String FILE = "run_results.json";

    private static final String SCHEMA = "run-results/v6";

    private RunResults() {}

    /// The results of a run.
    ///
    /// @param seconds how long all of it took
    /// @param arguments those of the command, by name with `_`; no secrets
    public static ObjectNode of(
            List<RunResult> results,
            double seconds,
            Map<String, ? extends @Nullable Object> arguments,
            Invocation invocation) {
        ObjectNode json = Json.object();
        json.set("metadata", invocation.metadata(SCHEMA));
        ArrayNode array = json.putArray("results");
        results.forEach(result -> array.add(of(result)));
        json.put("elapsed_time", seconds);
        json.set("args", Json.object(arguments));
        return json;
    }

    private static ObjectNode of(RunResult result) {
        ObjectNode json = Json.object();
        json.put("status", result.status().word());
        ArrayNode timings = json.putArray("timing");
        for (RunResult.Timing timing : result.timings()) {
            ObjectNode each = timings.addObject();
            each.put("name", timing.name());
            each.put("started_at", Invocation.text(timing.startedAt()));
            each.put("completed_at", Invocation.text(timing.completedAt()));
        }
        json.put("thread_id", result.threadId());
        json.put("execution_time", result.seconds());
        json.set("adapter_response", Json.object(result.response()));
        json.put("message", result.message());
        json.set("failures", Json.of(result.failures()));
        json.put("unique_id", result.uniqueId());
        Compiled compiled = result.compiled();
        json.put("compiled", compiled != null);
        json.put("compiled_code", compiled == null ? null : compiled.code());
        json.put("relation_name", result.relationName());
        json.putNull("batch_results");
        return json;
    }
}
