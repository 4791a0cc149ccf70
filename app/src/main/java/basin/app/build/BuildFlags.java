package basin.app.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a build goes about its work, in dbt's words.
public final class BuildFlags {
    @Option(
            names = {"-f", "--full-refresh"},
            description = "Make incremental models and seeds anew, instead of adding to them.")
    boolean fullRefresh;

    @Option(
            names = {"-x", "--fail-fast"},
            description = "Let the first failure end the build.")
    boolean failFast;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many steps may run at once (default: what the target says).")
    int threads;

    @Option(names = "--force", description = "Run what is unchanged, too.")
    boolean force;

    @Option(names = "--empty", description = "Make everything without rows: a look at whether it would work.")
    boolean empty;

    @Option(names = "--store-failures", description = "Keep the rows that tests find, each in a table.")
    boolean storeFailures;

    @Option(
            names = "--event-time-start",
            paramLabel = "TIME",
            description = "From when on microbatch models are made: 2026-01-31.")
    @Nullable
    String eventTimeStart;

    @Option(names = "--event-time-end", paramLabel = "TIME", description = "Until when microbatch models are made.")
    @Nullable
    String eventTimeEnd;

    /// The flags by dbt's names: what templates see as `flags`.
    void putInto(Map<String, @Nullable Object> arguments) {
        arguments.put("full_refresh", fullRefresh);
        arguments.put("fail_fast", failFast);
        arguments.put("threads", threads == 0 ? null : threads);
        arguments.put("force", force);
        arguments.put("empty", empty);
        arguments.put("store_failures", storeFailures);
        arguments.put("event_time_start", eventTimeStart);
        arguments.put("event_time_end", eventTimeEnd);
    }

    /// The flags that an earlier command had.
    ///
    /// @param arguments as [#putInto] made them
    static BuildFlags of(JsonNode arguments) {
        BuildFlags flags = new BuildFlags();
        flags.fullRefresh = arguments.path("full_refresh").asBoolean();
        flags.failFast = arguments.path("fail_fast").asBoolean();
        flags.threads = arguments.path("threads").asInt();
        flags.force = arguments.path("force").asBoolean();
        flags.empty = arguments.path("empty").asBoolean();
        flags.storeFailures = arguments.path("store_failures").asBoolean();
        flags.eventTimeStart = arguments.path("event_time_start").textValue();
        flags.eventTimeEnd = arguments.path("event_time_end").textValue();
        return flags;
    }
}
