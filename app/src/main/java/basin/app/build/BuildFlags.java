package basin.app.build;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.context.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
            negatable = true,
            description = "Let the first failure end the build.")
    boolean failFast;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many steps may run at once (default: what the target says).")
    int threads;

    @Option(names = "--force", description = "Run what is unchanged, too.")
    boolean force;

    @Option(
            names = "--empty",
            negatable = true,
            description = "Make everything without rows: a look at whether it would work.")
    boolean empty;

    @Option(
            names = "--store-failures",
            negatable = true,
            description = "Keep the rows that tests find, those of each test in a table.")
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

    @Option(
            names = "--sample",
            paramLabel = "TIME",
            description = "Read no more of inputs that have an event_time than '3 days', or '{start: 2026-01-01}'.")
    @Nullable
    String sample;

    /// Looks at what only a step would find wrong, over and over.
    ///
    /// @throws basin.core.problem.ProblemException if a flag has a value that means nothing
    void check() {
        if (sample != null) {
            Sample.of(sample, Instant.EPOCH);
        }
        if (threads < 0) {
            throw new ProblemException(Problem.wrong("--threads is at least 1, not " + threads, Place.NOWHERE));
        }
    }

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
        arguments.put("sample", sample);
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
        flags.sample = arguments.path("sample").textValue();
        return flags;
    }
}
