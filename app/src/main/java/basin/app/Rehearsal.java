package basin.app;

import basin.app.terminal.Outlet;
import basin.app.terminal.Surroundings;
import basin.app.workplace.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Goes once through what most starts go through, and through the work that takes longest: a load and a build, of an
/// example company as small as can be. `bin/basin` runs it to let the JVM record (in its AOT cache) which classes a
/// start needs, so that every later start finds them loaded and linked, and how the code behaves that is busy, so that
/// it is compiled sooner and better.
///
/// Exits with 1 if some of that cannot be done here, and says what on stderr. What could be done is recorded all the
/// same.
public final class Rehearsal {
    private static final List<String> LINES = List.of(
            "--help",
            "init .",
            "check",
            "sql select(1)",
            "tables",
            "--version --color always",
            "demo --once --scale 0.001");

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("basin-rehearsal");
        boolean complete = true;
        try {
            for (String line : LINES) {
                complete &= succeeds(folder, line);
            }
        } finally {
            delete(folder);
        }
        System.exit(complete ? 0 : 1);
    }

    private static boolean succeeds(Path folder, String line) {
        Outlet nowhere = Outlet.plain(OutputStream.nullOutputStream());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder, Map.of(), InputStream.nullInputStream(), nowhere, Outlet.plain(said), System::nanoTime);
        if (Main.run(surroundings, new Interruption(), line.split(" ")) == 0) {
            return true;
        }
        System.err.printf("basin %s%n%s%n", line, said.toString(StandardCharsets.UTF_8));
        return false;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
