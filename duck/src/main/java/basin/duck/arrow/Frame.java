package basin.duck.arrow;

import basin.core.rows.Batch;
import basin.core.rows.Column;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The C structures that describe one batch while it is lent: made once, and filled anew for each batch that
/// passes.
final class Frame {

    private static final long POINTER = ValueLayout.ADDRESS.byteSize();

    private final ArrowStream stream;
    private final MemorySegment noBuffer;
    private final List<Part> parts;
    private final MemorySegment pointers;
    private final long handle;
    private @Nullable Batch lent;

    /// A frame for batches with the same columns as `sample`.
    Frame(ArrowStream stream, Batch sample, SegmentAllocator allocator) {
        this.stream = stream;
        this.noBuffer = allocator.allocate(ValueLayout.ADDRESS);
        this.parts = Part.ofAll(sample.columns(), allocator);
        this.pointers = Part.pointers(parts, allocator);
        this.handle = Callbacks.FRAMES.open(this);
    }

    /// Describes `batch` in `out`; it is closed when the consumer releases it.
    void lend(Batch batch, ArrayStruct out) {
        lent = batch;
        Part.fillAll(parts, batch.columns());
        out.set(batch.size(), 0, noBuffer, pointers, Callbacks.RELEASE_BATCH, handle);
    }

    /// The consumer has released the batch.
    void takeBack() {
        Batch batch = lent;
        lent = null;
        stream.takeBack(this, batch);
    }

    void free() {
        Callbacks.FRAMES.close(handle);
    }

    /// The structure of one column, with those of the columns inside.
    private record Part(ArrayStruct struct, MemorySegment buffers, List<Part> children, MemorySegment pointers) {

        static List<Part> ofAll(List<Column> columns, SegmentAllocator allocator) {
            return columns.stream().map(column -> of(column, allocator)).toList();
        }

        private static Part of(Column column, SegmentAllocator allocator) {
            List<Part> children = ofAll(column.children(), allocator);
            return new Part(
                    ArrayStruct.allocate(allocator),
                    allocator.allocate(ValueLayout.ADDRESS, column.buffers().size()),
                    children,
                    pointers(children, allocator));
        }

        static MemorySegment pointers(List<Part> parts, SegmentAllocator allocator) {
            MemorySegment pointers = allocator.allocate(ValueLayout.ADDRESS, parts.size());
            for (int i = 0; i < parts.size(); i++) {
                pointers.setAtIndex(ValueLayout.ADDRESS, i, parts.get(i).struct.at());
            }
            return pointers;
        }

        static void fillAll(List<Part> parts, List<Column> columns) {
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).fill(columns.get(i));
            }
        }

        private void fill(Column column) {
            List<MemorySegment> segments = column.buffers();
            for (int i = 0; i < segments.size(); i++) {
                buffers.set(ValueLayout.ADDRESS, i * POINTER, segments.get(i));
            }
            fillAll(children, column.children());
            struct.set(column.size(), column.nulls(), buffers, pointers, Callbacks.RELEASE_COLUMN, 0);
        }
    }
}
