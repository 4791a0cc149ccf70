package basin.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row that is kept aside rather than loaded.
///
/// @param stream the [Stream#name()]
/// @param chunk the [basin.core.stream.Chunk#id()] it was read with
/// @param faults what is wrong with it: at least one
/// @param key the values of its key, in the key's order, as a JSON array; null if the stream has no key
/// @param content the row as JSON; values that do not fit are in it as text
public record RejectedRow(
        String stream,
        String chunk,
        List<Fault> faults,
        @Nullable String key,
        String content) {

    public RejectedRow {
        faults = List.copyOf(faults);
    }

    /// One value that the column's type cannot hold.
    ///
    /// @param column its name
    /// @param value the value, or a description of it where it is large
    /// @param reason why it does not fit; continues "the value"
    /// @param remedy how to load it all the same
    public record Fault(String column, String value, String reason, String remedy) {}
}
