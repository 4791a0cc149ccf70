package basin.duck.arrow;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/// `struct ArrowArrayStream`: the functions by which a consumer pulls batches.
///
/// @param at the 40 bytes of the structure
record StreamStruct(MemorySegment at) {

    static final long BYTES = 40;

    private static final long GET_SCHEMA = 0;
    private static final long GET_NEXT = 8;
    private static final long GET_LAST_ERROR = 16;
    private static final long RELEASE = 24;
    private static final long PRIVATE_DATA = 32;

    static StreamStruct at(MemorySegment pointer) {
        return new StreamStruct(pointer.reinterpret(BYTES));
    }

    static StreamStruct allocate(SegmentAllocator allocator) {
        return new StreamStruct(allocator.allocate(BYTES, Long.BYTES));
    }

    void set(
            MemorySegment getSchema,
            MemorySegment getNext,
            MemorySegment getLastError,
            MemorySegment release,
            long handle) {
        at.set(ValueLayout.ADDRESS, GET_SCHEMA, getSchema);
        at.set(ValueLayout.ADDRESS, GET_NEXT, getNext);
        at.set(ValueLayout.ADDRESS, GET_LAST_ERROR, getLastError);
        at.set(ValueLayout.ADDRESS, RELEASE, release);
        at.set(ValueLayout.JAVA_LONG, PRIVATE_DATA, handle);
    }

    long handle() {
        return at.get(ValueLayout.JAVA_LONG, PRIVATE_DATA);
    }

    void markReleased() {
        at.set(ValueLayout.ADDRESS, RELEASE, MemorySegment.NULL);
    }
}
