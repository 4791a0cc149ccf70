package basin.duck.arrow;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/// `struct ArrowArray`: where the values of one column of one batch lie.
///
/// @param at the 80 bytes of the structure
record ArrayStruct(MemorySegment at) {

    private static final long BYTES = 80;

    private static final long LENGTH = 0;
    private static final long NULL_COUNT = 8;
    private static final long OFFSET = 16;
    private static final long N_BUFFERS = 24;
    private static final long N_CHILDREN = 32;
    private static final long BUFFERS = 40;
    private static final long CHILDREN = 48;
    private static final long DICTIONARY = 56;
    private static final long RELEASE = 64;
    private static final long PRIVATE_DATA = 72;

    private static final long POINTER = ValueLayout.ADDRESS.byteSize();
    private static final MethodHandle CALL =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    static ArrayStruct at(MemorySegment pointer) {
        return new ArrayStruct(pointer.reinterpret(BYTES));
    }

    static ArrayStruct allocate(SegmentAllocator allocator) {
        return new ArrayStruct(allocator.allocate(BYTES, POINTER));
    }

    /// Fills the whole structure.
    ///
    /// @param buffers pointers to the buffers
    /// @param children pointers to the structures of the columns inside
    /// @param handle what [#handle()] gives back when the array is released
    void set(
            long length,
            long nulls,
            MemorySegment buffers,
            MemorySegment children,
            MemorySegment release,
            long handle) {
        at.set(ValueLayout.JAVA_LONG, LENGTH, length);
        at.set(ValueLayout.JAVA_LONG, NULL_COUNT, nulls);
        at.set(ValueLayout.JAVA_LONG, OFFSET, 0);
        at.set(ValueLayout.JAVA_LONG, N_BUFFERS, buffers.byteSize() / POINTER);
        at.set(ValueLayout.JAVA_LONG, N_CHILDREN, children.byteSize() / POINTER);
        at.set(ValueLayout.ADDRESS, BUFFERS, buffers);
        at.set(ValueLayout.ADDRESS, CHILDREN, children);
        at.set(ValueLayout.ADDRESS, DICTIONARY, MemorySegment.NULL);
        at.set(ValueLayout.ADDRESS, RELEASE, release);
        at.set(ValueLayout.JAVA_LONG, PRIVATE_DATA, handle);
    }

    /// A released array is how a stream says that it has ended.
    void setEndOfStream() {
        at.fill((byte) 0);
    }

    int length() {
        return Math.toIntExact(at.get(ValueLayout.JAVA_LONG, LENGTH));
    }

    /// Where the first value stands in the buffers.
    long offset() {
        return at.get(ValueLayout.JAVA_LONG, OFFSET);
    }

    /// The addresses of the buffers; their sizes are not known here.
    List<MemorySegment> buffers() {
        return pointers(BUFFERS, at.get(ValueLayout.JAVA_LONG, N_BUFFERS));
    }

    List<ArrayStruct> children() {
        return pointers(CHILDREN, at.get(ValueLayout.JAVA_LONG, N_CHILDREN)).stream()
                .map(ArrayStruct::at)
                .toList();
    }

    private List<MemorySegment> pointers(long field, long count) {
        MemorySegment array = at.get(ValueLayout.ADDRESS, field).reinterpret(count * POINTER);
        List<MemorySegment> pointers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            pointers.add(array.get(ValueLayout.ADDRESS, i * POINTER));
        }
        return pointers;
    }

    long handle() {
        return at.get(ValueLayout.JAVA_LONG, PRIVATE_DATA);
    }

    /// Calls the producer's function that takes the memory back, unless that has happened.
    void release() {
        MemorySegment function = at.get(ValueLayout.ADDRESS, RELEASE);
        if (function.address() != 0) {
            try {
                CALL.invokeExact(function, at);
            } catch (Throwable e) {
                throw new IllegalStateException("an Arrow array cannot be released", e);
            }
        }
    }

    void markReleased() {
        at.set(ValueLayout.ADDRESS, RELEASE, MemorySegment.NULL);
    }
}
