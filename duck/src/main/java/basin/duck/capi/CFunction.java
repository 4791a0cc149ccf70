package basin.duck.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// A function of DuckDB's library. It is called by the method that has its shape: what it returns and how many
/// pointers it takes.
public record CFunction(MethodHandle handle) {

    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(NativeLibrary.find(), Arena.global());

    /// The function `duckdb_...`.
    ///
    /// @param result null where it returns nothing
    static CFunction named(String name, @Nullable MemoryLayout result, MemoryLayout... arguments) {
        FunctionDescriptor signature =
                result == null ? FunctionDescriptor.ofVoid(arguments) : FunctionDescriptor.of(result, arguments);
        return new CFunction(Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow("duckdb_" + name), signature));
    }

    public void run(MemorySegment a) {
        try {
            handle.invokeExact(a);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public void run(MemorySegment a, MemorySegment b) {
        try {
            handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public int number(MemorySegment a) {
        try {
            return (int) handle.invokeExact(a);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public int number(MemorySegment a, MemorySegment b) {
        try {
            return (int) handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public int number(MemorySegment a, MemorySegment b, MemorySegment c) {
        try {
            return (int) handle.invokeExact(a, b, c);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public int number(MemorySegment a, MemorySegment b, MemorySegment c, MemorySegment d) {
        try {
            return (int) handle.invokeExact(a, b, c, d);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public byte small(MemorySegment a) {
        try {
            return (byte) handle.invokeExact(a);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public long count(MemorySegment a) {
        try {
            return (long) handle.invokeExact(a);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public MemorySegment pointer(MemorySegment a) {
        try {
            return (MemorySegment) handle.invokeExact(a);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public MemorySegment pointer(MemorySegment a, long index) {
        try {
            return (MemorySegment) handle.invokeExact(a, index);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    public MemorySegment pointer(MemorySegment a, MemorySegment b, MemorySegment c) {
        try {
            return (MemorySegment) handle.invokeExact(a, b, c);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /// C throws nothing; what comes is an error of the virtual machine or a call by the wrong shape.
    private static RuntimeException thrown(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
