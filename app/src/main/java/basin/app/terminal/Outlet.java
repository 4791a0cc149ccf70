package basin.app.terminal;

import java.io.OutputStream;
import java.util.function.IntSupplier;

/// A stream that the process was given to write to.
///
/// @param bytes    where it goes
/// @param terminal whether a terminal shows it
/// @param columns  the terminal's present width in character cells, asked whenever it matters; 0 where nobody
/// knows
public record Outlet(OutputStream bytes, boolean terminal, IntSupplier columns) {

    /// A file, a pipe, or memory.
    public static Outlet plain(OutputStream bytes) {
        return new Outlet(bytes, false, () -> 0);
    }

    /// A terminal of a fixed width.
    public static Outlet terminal(OutputStream bytes, int columns) {
        return new Outlet(bytes, true, () -> columns);
    }
}
