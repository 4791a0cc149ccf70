package basin.app;

import basin.app.terminal.Outlet;
import basin.app.terminal.Surroundings;
import basin.app.workplace.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// Goes once through what most starts go through, and shows nothing. `bin/basin` runs it to let the JVM record
/// which classes a start needs (its AOT cache), so that every later start finds them loaded and linked.
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("basin-rehearsal");
        try {
            run(folder, "--help");
            run(folder, "init", ".");
            run(folder, "check");
            run(folder, "sql", "select 1");
            run(folder, "tables");
            run(folder, "--version", "--color", "always");
        } finally {
            delete(folder);
        }
    }

    private static void run(Path folder, String... words) {
        Outlet nowhere = Outlet.plain(OutputStream.nullOutputStream());
        Surroundings surroundings =
                new Surroundings(folder, Map.of(), InputStream.nullInputStream(), nowhere, nowhere, System::nanoTime);
        Main.run(surroundings, new Interruption(), words);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
