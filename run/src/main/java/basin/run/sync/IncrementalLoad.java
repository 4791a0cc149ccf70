package basin.run.sync;

import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.stream.Chunk;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.LakeTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The rows of a stream that are new or changed since the last load: they replace the rows with the same key.
/// All of them in one commit, with the position up to which they go.
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
        super(stream, table, table.fieldIds(stream.schema()), quarantined, chunks, clock);
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

    /// Nothing is written where nothing is new: the older position is as good to go on from.
    ///
    /// The quarantine goes first: its rows may be put there again by the next attempt, and lost they are not.
    @Override
    boolean publish() {
        List<ReadChunk> chunks = takeAccepted();
        List<ParquetFile> files =
                chunks.stream().flatMap(chunk -> chunk.files().stream()).toList();
        boolean nothingNew = files.isEmpty() && chunks.stream().allMatch(chunk -> chunk.rejected() == 0);
        if (nothingNew) {
            return false;
        }
        Schema schema = stream().schema();
        List<Field> key = schema.primaryKey().stream()
                .map(name -> schema.field(name).orElseThrow())
                .toList();
        try (DuckConnection connection = duck.connect()) {
            quarantined().renew(chunks, key, connection);
            table().merge(files, rejectedKeys(chunks, key, connection), schema.primaryKey(), position, connection);
        }
        return true;
    }

    /// A row whose newest version fits nowhere is not to stay in the table as it was before.
    private List<ParquetFile> rejectedKeys(List<ReadChunk> chunks, List<Field> key, DuckConnection connection) {
        List<ParquetFile> rejected =
                chunks.stream().flatMap(chunk -> chunk.rejectedFiles().stream()).toList();
        if (rejected.isEmpty()) {
            return List.of();
        }
        List<String> values = QuarantineTable.key(key);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            columns.add(values.get(i) + " as " + TableName.quote(key.get(i).name()));
        }
        String select = "select " + String.join(", ", columns) + " from " + RowsReadAgain.parquet(rejected) + " where "
                + String.join(" is not null and ", values) + " is not null";
        return ParquetWriter.write(
                connection, select, new ParquetLayout(table().staging(), table().fieldIds(new Schema(key, List.of()))));
    }
}
