package basin.core.rows;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A stretch of memory outside the Java heap that grows, kept by hand: what is allocated here is freed here.
///
/// The C allocator is called directly, since an arena can neither grow an allocation nor free one of many.
final class Memory {

    private static final MethodHandle REALLOC =
            function("realloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = function("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private MemorySegment segment = MemorySegment.NULL;

    /// The memory as it stands now; growing replaces it.
    MemorySegment segment() {
        return segment;
    }

    /// Makes room for at least `bytes`, keeping what is there; at least doubles, so that appending stays cheap.
    void ensure(long bytes) {
        if (bytes > segment.byteSize()) {
            grow(bytes);
        }
    }

    /// Puts `bytes` from another place to the start, replacing what is there.
    void copy(MemorySegment source, long bytes) {
        ensure(bytes);
        MemorySegment.copy(source.reinterpret(bytes), 0, segment, 0, bytes);
    }

    private void grow(long bytes) {
        long size = Math.max(64, Math.max(bytes, segment.byteSize() * 2));
        try {
            MemorySegment grown = (MemorySegment) REALLOC.invokeExact(segment, size);
            if (grown.address() == 0) {
                throw new OutOfMemoryError("no " + size + " bytes of memory for a batch of rows");
            }
            segment = grown.reinterpret(size);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// Gives the memory back; what is used afterwards starts anew from nothing.
    void free() {
        try {
            FREE.invokeExact(segment);
            segment = MemorySegment.NULL;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor signature) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
    }
}
