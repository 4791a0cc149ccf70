package basin.app.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A screen whose letters can be looked at afterwards.
///
/// @param screen what to write to
/// @param bytes  where it goes
public record Shown(Screen screen, ByteArrayOutputStream bytes) {

    /// A terminal of so many columns that paints nothing.
    public static Shown terminal(int columns) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Shown(new Screen(Outlet.terminal(bytes, columns), false, true), bytes);
    }

    /// A terminal of so many columns that paints.
    public static Shown painted(int columns) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Shown(new Screen(Outlet.terminal(bytes, columns), true, true), bytes);
    }

    /// A file.
    public static Shown file() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Shown(new Screen(Outlet.plain(bytes), false, false), bytes);
    }

    /// Everything so far.
    public String text() {
        screen.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// What has come since this was asked last.
    public String news() {
        String text = text();
        bytes.reset();
        return text;
    }
}
