package basin.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/// Goes once through what most starts go through, and shows nothing. `bin/basin` runs it to let the JVM record which
/// classes a start needs (its AOT cache), so that every later start finds them loaded and linked.
public final class Rehearsal {
    private static final List<String[]> COMMANDS = List.of(new String[] {"--help"}, new String[] {"--version"});

    private Rehearsal() {}

    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        for (String[] command : COMMANDS) {
            CommandLine line = Main.commandLine();
            line.setOut(new PrintWriter(Writer.nullWriter()));
            line.setErr(new PrintWriter(Writer.nullWriter()));
            line.execute(command);
        }
    }
}
