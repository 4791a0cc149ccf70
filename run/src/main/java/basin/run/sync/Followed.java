package basin.run.sync;

import basin.connect.Stream;
import basin.core.stream.Position;
import basin.lake.Lake;
import basin.lake.LakeTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which streams are loaded, so that changes go on from there.
public final class Followed {

    /// The note of a table whose changes cannot be followed any further: the position it had by then.
    /// Loading it anew
    /// gives it another.
    private static final String STOPPED = "followed.stopped";

    private Followed() {}

    /// Those whose changes are followed and that are loaded.
    static List<Stream> of(List<Stream> streams, String source, Lake lake) {
        return streams.stream().filter(stream -> isLoaded(stream, source, lake)).toList();
    }

    static boolean isLoaded(Stream stream, String source, Lake lake) {
        if (stream.mode() != Stream.Mode.FOLLOWED) {
            return false;
        }
        Optional<LakeTable> table =
                lake.find(Destination.of(source, stream, Instant.EPOCH).table());
        return table.isPresent()
                && table.get().unfinishedLoad().isEmpty()
                && table.get().position().isPresent()
                && !table.get()
                        .position()
                        .map(Position::text)
                        .equals(Optional.ofNullable(table.get().notes().get(STOPPED)));
    }

    /// Has the next sync load a table anew.
    public static void stop(LakeTable table) {
        table.position().ifPresent(position -> table.note(Map.of(STOPPED, position.text())));
    }
}
