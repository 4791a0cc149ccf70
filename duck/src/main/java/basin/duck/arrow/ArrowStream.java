package basin.duck.arrow;

import basin.core.rows.Batch;
import basin.core.rows.Rows;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// [Rows] as an Arrow C stream, to be read once: batches are lent to the consumer where they lie, and closed when
/// it releases them, from whichever thread.
///
/// The rows stay with whoever made the stream, who closes them after it. The stream must be closed after its
/// consumer has ended; its memory goes when the last batch has come back.
public final class ArrowStream implements AutoCloseable {

    private final Rows rows;
    private final Arena arena = Arena.ofShared();
    private final StreamStruct struct;
    private final long handle;
    private final Deque<Frame> idle = new ArrayDeque<>();
    private int lent;
    private boolean closed;
    private volatile @Nullable Throwable failure;

    public ArrowStream(Rows rows) {
        this.rows = rows;
        this.struct = StreamStruct.allocate(arena);
        this.handle = Callbacks.STREAMS.open(this);
        struct.set(
                Callbacks.GET_SCHEMA, Callbacks.GET_NEXT, Callbacks.GET_LAST_ERROR, Callbacks.RELEASE_STREAM, handle);
    }

    /// Where the `struct ArrowArrayStream` lies, valid until [#close()].
    public long address() {
        return struct.at().address();
    }

    /// What the rows threw, which the consumer only learns as a text; null while all is well.
    public @Nullable Throwable failure() {
        return failure;
    }

    /// How many streams, and batches lent by them, are still in memory; for tests.
    public static int open() {
        return Callbacks.STREAMS.open() + Callbacks.FRAMES.open();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            freeIfUnused();
        }
    }

    boolean writeSchema(SchemaStruct out) {
        return attempt(() -> ArrowSchemas.write(rows.schema(), out, arena));
    }

    boolean lendNext(ArrayStruct out) {
        return attempt(() -> {
            Batch batch = rows.next();
            if (batch == null) {
                out.setEndOfStream();
            } else {
                frameFor(batch).lend(batch, out);
            }
        });
    }

    MemorySegment lastError() {
        Throwable thrown = failure;
        return thrown == null ? MemorySegment.NULL : arena.allocateFrom(String.valueOf(thrown.getMessage()));
    }

    synchronized void takeBack(Frame frame, @Nullable Batch batch) {
        attempt(() -> Objects.requireNonNull(batch).close());
        idle.push(frame);
        lent--;
        freeIfUnused();
    }

    private synchronized Frame frameFor(Batch batch) {
        Frame frame = idle.isEmpty() ? new Frame(this, batch, arena) : idle.pop();
        lent++;
        return frame;
    }

    private void freeIfUnused() {
        if (closed && lent == 0) {
            idle.forEach(Frame::free);
            idle.clear();
            Callbacks.STREAMS.close(handle);
            arena.close();
        }
    }

    /// Runs what C code asked for; whatever is thrown is kept, since it must not pass through C.
    private boolean attempt(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Throwable e) {
            failure = e;
            return false;
        }
    }
}
