package basin.testkit.disk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A disk without room. The kernel itself answers each write with `ENOSPC`, told to by a seccomp filter (`seccomp(2)`):
/// so what writes is as real as what it is told, in Java, in native code, and in other programs. A filter needs no
/// privileges and nothing mounted; it ends with the threads and processes that have it.
///
/// Linux only, on x86-64 and AArch64.
public final class FullDisk {

    private FullDisk() {}

    /// Does some work in a thread that meets a full disk; so do all threads and processes which that one starts.
    ///
    /// @param room what still fits: writes of fewer bytes succeed, as small files do where large ones do not.
    ///     Sockets and pipes are written to in the same way, and are refused as much
    /// @throws AssertionError if the work fails, or the kernel knows no filters
    public static <T> T during(int room, Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(() -> {
            refuseWrites(room);
            return work.call();
        });
        Thread.ofPlatform().name("full disk").start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void refuseWrites(int room) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment filter = new WriteFilter(Machine.present(), room).program(arena);
            // struct sock_fprog: how many instructions, and where they are
            MemorySegment program = arena.allocate(ADDRESS.byteSize() * 2, ADDRESS.byteSize());
            program.set(JAVA_SHORT, 0, (short) (filter.byteSize() / WriteFilter.INSTRUCTION_BYTES));
            program.set(ADDRESS, ADDRESS.byteSize(), filter);
            int noNewPrivileges = 38;
            int seccomp = 22;
            int modeFilter = 2;
            processControl(noNewPrivileges, 1, MemorySegment.NULL);
            processControl(seccomp, modeFilter, program);
        }
    }

    /// `prctl(2)`, which here concerns the calling thread alone.
    private static void processControl(int operation, long value, MemorySegment pointer) {
        Linker linker = Linker.nativeLinker();
        MethodHandle prctl = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("prctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        try {
            if ((int) prctl.invokeExact(operation, value, pointer, 0L, 0L) != 0) {
                throw new IllegalStateException("this kernel lets nobody filter system calls: prctl " + operation);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
