package basin.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Where Basin begins. Exits with 0 when it did what was asked, 1 when something failed, 2 when the arguments are
/// wrong.
@Command(
        name = "basin",
        description = "A data platform in one process: sources flow into an open lake, SQL makes it a warehouse.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /// The command line, ready to be executed, with nothing started yet.
    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }
}
