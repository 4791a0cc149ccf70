package basin.app.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/// What a command is given by whoever started it. Nothing else may be asked of the process, so that a test can
/// be the one who starts it.
///
/// @param folder      the working folder, absolute
/// @param environment the environment variables
/// @param in          the standard input
/// @param out         where results go
/// @param err         where problems, notices and progress go
/// @param nanos       a clock in nanoseconds that only runs forwards
public record Surroundings(
        Path folder, Map<String, String> environment, InputStream in, Outlet out, Outlet err, LongSupplier nanos) {

    /// What this process was given. The launcher says which streams are terminals (`-Dbasin.terminal=out,err`),
    /// since a shell knows at once what costs the JVM a fifth of a second to find out.
    public static Surroundings ofProcess() {
        String terminals = System.getProperty("basin.terminal", "");
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                System.in,
                outlet(FileDescriptor.out, 1, terminals.contains("out")),
                outlet(FileDescriptor.err, 2, terminals.contains("err")),
                System::nanoTime);
    }

    private static Outlet outlet(FileDescriptor descriptor, int number, boolean terminal) {
        FileOutputStream bytes = new FileOutputStream(descriptor);
        return terminal ? new Outlet(bytes, true, () -> TerminalWidth.ask(number)) : Outlet.plain(bytes);
    }

    /// An environment variable that is set to something.
    boolean has(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    /// Whether the terminal understands no escape sequences.
    boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }
}
