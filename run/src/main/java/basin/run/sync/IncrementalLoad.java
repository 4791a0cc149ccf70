package basin.run.sync;

import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.stream.Chunk;
import basin.core.stream.Position;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.lake.LakeTable;
import java.time.Clock;
import java.util.List;

/// The rows of a stream that are new or changed since the last load: they replace the rows with the same key, or are
/// added where rows have none. All of them in one commit, with the position up to which they go.
final class IncrementalLoad extends StreamLoad {

    private final Position position;
    private final Duck duck;

    private IncrementalLoad(
            Stream stream,
            LakeTable table,
            Quarantined quarantined,
            List<Chunk> chunks,
            Clock clock,
            Position position,
            Duck duck) {
        super(stream, table, quarantined, chunks, clock);
        this.position = position;
        this.duck = duck;
    }

    static IncrementalLoad plan(
            Stream stream,
            LakeTable table,
            Quarantined quarantined,
            SourceSnapshot snapshot,
            Position after,
            Duck duck,
            Clock clock) {
        return new IncrementalLoad(
                stream, table, quarantined, snapshot.chunks(stream, after), clock, snapshot.position(stream), duck);
    }

    @Override
    void commit() {}

    @Override
    void publish() {
        List<ReadChunk> chunks = takeAccepted();
        quarantined().append(chunks);
        List<ParquetFile> files =
                chunks.stream().flatMap(chunk -> chunk.files().stream()).toList();
        List<String> key = stream().schema().primaryKey();
        // No files at all only move the position: what was looked through need not be looked through again.
        if (key.isEmpty() || files.isEmpty()) {
            table().append(files, position);
        } else {
            try (DuckConnection connection = duck.connect()) {
                table().merge(files, key, position, connection);
            }
        }
    }
}
