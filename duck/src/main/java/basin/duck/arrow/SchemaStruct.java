package basin.duck.arrow;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/// `struct ArrowSchema`: the name and type of one column and of those inside it.
///
/// @param at the 72 bytes of the structure
record SchemaStruct(MemorySegment at) {

    static final long BYTES = 72;

    private static final long FORMAT = 0;
    private static final long NAME = 8;
    private static final long METADATA = 16;
    private static final long FLAGS = 24;
    private static final long N_CHILDREN = 32;
    private static final long CHILDREN = 40;
    private static final long RELEASE = 56;

    private static final long NULLABLE = 2;

    static SchemaStruct at(MemorySegment pointer) {
        return new SchemaStruct(pointer.reinterpret(BYTES));
    }

    static SchemaStruct allocate(SegmentAllocator allocator) {
        return new SchemaStruct(allocator.allocate(BYTES, Long.BYTES));
    }

    /// Fills the whole structure.
    ///
    /// @param metadata [MemorySegment#NULL] where there is none
    /// @param children pointers to the structures of the columns inside
    void set(
            MemorySegment format,
            MemorySegment name,
            MemorySegment metadata,
            MemorySegment children,
            MemorySegment release) {
        at.fill((byte) 0);
        at.set(ValueLayout.ADDRESS, FORMAT, format);
        at.set(ValueLayout.ADDRESS, NAME, name);
        at.set(ValueLayout.ADDRESS, METADATA, metadata);
        at.set(ValueLayout.JAVA_LONG, FLAGS, NULLABLE);
        at.set(ValueLayout.JAVA_LONG, N_CHILDREN, children.byteSize() / ValueLayout.ADDRESS.byteSize());
        at.set(ValueLayout.ADDRESS, CHILDREN, children);
        at.set(ValueLayout.ADDRESS, RELEASE, release);
    }

    void markReleased() {
        at.set(ValueLayout.ADDRESS, RELEASE, MemorySegment.NULL);
    }
}
