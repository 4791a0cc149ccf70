package basin.connect;

import java.util.List;
import java.util.Optional;

/// What a source has, seen through its settings.
///
/// @param streams what will be read, by name
/// @param skipped what somebody might miss among them, with the reason
public record Discovery(List<Stream> streams, List<Skipped> skipped) {

    public Discovery {
        streams = List.copyOf(streams);
        skipped = List.copyOf(skipped);
    }

    /// The stream of that name, spelt exactly so.
    public Optional<Stream> stream(String name) {
        return streams.stream().filter(stream -> stream.name().equals(name)).findFirst();
    }

    /// Something that is there and is not read.
    ///
    /// @param what a table, or a column as `schema.table.column`, as the source calls it
    /// @param reason why, and what to do where it is wanted after all; a sentence like those of a problem
    public record Skipped(String what, String reason) {}
}
