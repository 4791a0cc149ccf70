package basin.app.build;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the last build was to do, and what it has done: a file in the project's state folder, one JSON
/// object per line, written as each step ends. It tells `retry` what is left, however the build ended.
///
/// ```
/// {"args":{"which":"build","select":[]},"steps":["seed.shop.codes","model.shop.orders"]}
/// {"unique_id":"seed.shop.codes","status":"success"}
/// ```
///
/// For any thread.
final class Journal implements AutoCloseable {
    private static final String FILE = "last-build.jsonl";
    private static final Set<String> ENDED_WELL = Set.of("success", "pass", "warn", "no-op");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Writer writer;

    private Journal(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    /// What an earlier build was asked for, and what of it is left.
    ///
    /// @param arguments as [BuildRequest#arguments()] made them
    /// @param left unique ids
    record Earlier(JsonNode arguments, Set<String> left) {}

    /// Begins anew.
    ///
    /// @param state the project's state folder
    /// @param steps the unique ids of all there is to do
    static Journal begin(Path state, Map<String, @Nullable Object> arguments, List<String> steps) {
        Path file = state.resolve(FILE);
        try {
            Files.createDirectories(state);
            Journal journal = new Journal(file, Files.newBufferedWriter(file));
            journal.write(JSON.createObjectNode().putPOJO("args", arguments).set("steps", JSON.valueToTree(steps)));
            return journal;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /// Writes down how a step ended.
    ///
    /// @param status dbt's word: `success`
    void ended(String uniqueId, String status) {
        try {
            write(JSON.createObjectNode().put("unique_id", uniqueId).put("status", status));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private synchronized void write(JsonNode line) throws IOException {
        writer.write(JSON.writeValueAsString(line) + "\n");
        writer.flush();
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /// The last build, or null if there was none.
    static @Nullable Earlier read(Path state) {
        Path file = state.resolve(FILE);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            JsonNode head = lines.isEmpty() ? null : parsed(lines.getFirst());
            if (head == null) {
                return null;
            }
            Set<String> left = new LinkedHashSet<>();
            head.path("steps").forEach(step -> left.add(step.asText()));
            for (String line : lines.subList(1, lines.size())) {
                JsonNode step = parsed(line);
                if (step != null && ENDED_WELL.contains(step.path("status").asText())) {
                    left.remove(step.path("unique_id").asText());
                }
            }
            return new Earlier(head.path("args"), left);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /// What `run_results.json` tells of a build.
    static Earlier of(JsonNode results) {
        Set<String> left = new LinkedHashSet<>();
        for (JsonNode result : results.path("results")) {
            if (!ENDED_WELL.contains(result.path("status").asText())) {
                left.add(result.path("unique_id").asText());
            }
        }
        return new Earlier(results.path("args"), left);
    }

    /// A line, or null where the process ended within it.
    private static @Nullable JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    private static ProblemException failure(Path file, IOException e) {
        return new ProblemException(
                Problem.failed("the journal of the build cannot be kept", new Place.InFile(file))
                        .because(DiskRefusal.reason(e)),
                e);
    }
}
