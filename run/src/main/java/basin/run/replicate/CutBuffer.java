package basin.run.replicate;

import basin.connect.RejectedRow;
import basin.connect.Stream;
import basin.connect.change.ChangeSink;
import basin.core.problem.Problem;
import basin.core.rows.Batch;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The changes of one cut as they come. What it holds in memory is bounded: beyond that, the stream
/// that has most goes
/// into files.
///
/// A stream that cannot take its changes is stopped, and hears no more; so is one that the source says
/// cannot be
/// followed any further.
final class CutBuffer implements ChangeSink {

    private final Map<String, StreamLanding> streams;
    private final long budget;
    private final Set<StreamLanding> touched = new LinkedHashSet<>();
    private final Map<String, Problem> stopped = new LinkedHashMap<>();
    private long bytes;

    /// @param streams all that are followed, by name
    /// @param budget  bytes that may be held in memory
    CutBuffer(Map<String, StreamLanding> streams, long budget) {
        this.streams = streams;
        this.budget = budget;
    }

    /// The streams that have something to land.
    Set<StreamLanding> touched() {
        return touched;
    }

    /// Why streams cannot be followed any further, by their names.
    Map<String, Problem> stopped() {
        return stopped;
    }

    @Override
    public void changes(Stream stream, Batch batch) {
        StreamLanding landing = streams.get(stream.name());
        if (landing != null && !landing.fits(stream)) {
            alter(landing, stream, Map.of());
        }
        if (landing == null || stopped.containsKey(stream.name())) {
            batch.close();
            return;
        }
        touched.add(landing);
        bytes += batch.bytes();
        landing.add(batch);
        while (bytes > budget) {
            StreamLanding largest = touched.stream()
                    .max(Comparator.comparingLong(StreamLanding::bytes))
                    .orElseThrow();
            bytes -= largest.bytes();
            largest.spill();
        }
    }

    @Override
    public void altered(Stream before, Stream after, Map<String, String> renames) {
        StreamLanding landing = streams.get(after.name());
        if (landing != null && !stopped.containsKey(after.name())) {
            alter(landing, after, renames);
        }
    }

    @Override
    public void discontinued(Stream stream, Problem why) {
        stop(stream, why);
    }

    @Override
    public void reject(RejectedRow row) {
        StreamLanding landing = streams.get(row.stream());
        if (landing != null && !stopped.containsKey(row.stream())) {
            touched.add(landing);
            landing.reject(row);
        }
    }

    /// Columns that clash are the stream's own affair.
    private void alter(StreamLanding landing, Stream after, Map<String, String> renames) {
        Optional<Problem> clash = landing.clash(after, renames);
        if (clash.isPresent()) {
            stop(after, clash.get());
        } else {
            bytes -= landing.bytes();
            landing.alter(after, renames);
        }
    }

    private void stop(Stream stream, Problem why) {
        stopped.putIfAbsent(stream.name(), why);
    }
}
