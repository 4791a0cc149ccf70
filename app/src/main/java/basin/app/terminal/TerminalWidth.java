package basin.app.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Asks the operating system how wide a terminal is at this moment (`ioctl` with `TIOCGWINSZ`, as `stty size`
/// does).
///
/// The first question costs some 100 ms of linking: only what needs a width may ask.
final class TerminalWidth {

    private static final long TIOCGWINSZ = System.getProperty("os.name").startsWith("Mac") ? 0x40087468L : 0x5413L;

    /// Four 16-bit numbers: rows, columns, and two that nobody uses.
    private static final long WINSIZE_BYTES = 8;

    private static final long COLUMNS_OFFSET = 2;

    private TerminalWidth() {}

    /// The width in character cells of the terminal behind a file descriptor; 0 where it has none or will not
    /// say.
    static int ask(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(WINSIZE_BYTES, Short.BYTES);
            int answer = (int) Ioctl.CALL.invokeExact(descriptor, TIOCGWINSZ, size);
            return answer == 0 ? Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, COLUMNS_OFFSET)) : 0;
        } catch (Throwable e) {
            // A system without this call: the caller's default width will do.
            return 0;
        }
    }

    private static final class Ioctl {
        static final MethodHandle CALL = link();

        private static MethodHandle link() {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().find("ioctl").orElseThrow(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                    Linker.Option.firstVariadicArg(2));
        }
    }
}
