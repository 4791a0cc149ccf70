package basin.app;

import basin.app.terminal.Outlet;
import basin.app.terminal.Surroundings;
import basin.app.workplace.Interruption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Types command lines into the real `Main`, in a folder, and catches what appears.
final class Typed {

    /// @param out what was written to standard output
    /// @param err what was written to standard error
    record Seen(int exitCode, String out, String err) {}

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Typed(Path folder) {
        this.folder = folder;
    }

    /// Sets an environment variable for what is typed from now on.
    Typed with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// Runs `basin` with these words and nothing on its standard input.
    Seen basin(String... words) {
        return basinReading("", words);
    }

    /// Runs `basin` with these words and `input` on its standard input.
    Seen basinReading(String input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = run(input, out, err, words);
        return new Seen(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Runs `basin`, both of its streams ending in `screen` as on a terminal; returns the exit code.
    int basinInto(ByteArrayOutputStream screen, String input, String... words) {
        return run(input, screen, screen, words);
    }

    private int run(String input, ByteArrayOutputStream out, ByteArrayOutputStream err, String... words) {
        Surroundings surroundings = new Surroundings(
                folder,
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Outlet.plain(out),
                Outlet.plain(err),
                clock());
        return Main.run(surroundings, new Interruption(), words);
    }

    /// Each look at it finds it 5 ms later, so that what takes time takes the same on every machine.
    private static LongSupplier clock() {
        AtomicLong nanos = new AtomicLong();
        return () -> nanos.addAndGet(5_000_000);
    }
}
