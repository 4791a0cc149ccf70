package basin.connect;

import basin.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a source has, seen through its settings.
///
/// @param streams what will be read, by name
/// @param skipped what somebody might miss among them, with the reason
/// @param problems why tables that the settings want are not among the streams; each concerns no other table
public record Discovery(List<Stream> streams, List<Skipped> skipped, List<Problem> problems) {

    public Discovery {
        streams = List.copyOf(streams);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }

    /// The stream of that name, spelt exactly so.
    public Optional<Stream> stream(String name) {
        return streams.stream().filter(stream -> stream.name().equals(name)).findFirst();
    }

    /// Something that is there and is not read.
    ///
    /// @param what a table, or a column as `schema.table.column`, as the source calls it
    /// @param stream what the stream of a whole table would be called; null for a column
    /// @param reason why, and what to do where it is wanted after all; a sentence like those of a problem
    public record Skipped(String what, @Nullable String stream, String reason) {}
}
