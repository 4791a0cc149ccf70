package basin.app;

import basin.app.cli.Command;
import basin.app.cli.CommandRunner;
import basin.app.command.BuildCommand;
import basin.app.command.CheckCommand;
import basin.app.command.CleanCommand;
import basin.app.command.CompileCommand;
import basin.app.command.CompletionCommand;
import basin.app.command.DebugCommand;
import basin.app.command.DemoCommand;
import basin.app.command.DepsCommand;
import basin.app.command.DocsCommand;
import basin.app.command.InitCommand;
import basin.app.command.LineageCommand;
import basin.app.command.ListCommand;
import basin.app.command.ParseCommand;
import basin.app.command.RetryCommand;
import basin.app.command.RunCommand;
import basin.app.command.RunOperationCommand;
import basin.app.command.SchemaCommand;
import basin.app.command.SeedCommand;
import basin.app.command.ServeCommand;
import basin.app.command.ShowCommand;
import basin.app.command.SnapshotCommand;
import basin.app.command.SnapshotsCommand;
import basin.app.command.SourceCommand;
import basin.app.command.SqlCommand;
import basin.app.command.SyncCommand;
import basin.app.command.TablesCommand;
import basin.app.command.TagCommand;
import basin.app.command.TestCommand;
import basin.app.command.VerifyCommand;
import basin.app.terminal.Surroundings;
import basin.app.workplace.Interruption;
import java.util.List;

/// The beginning of the process, and its end.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Whoever waits for a thread tells what became of it; the trace of one nobody waits for belongs into the log.
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.getLogger(Main.class.getName())
                .log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " has failed", thrown));
        Interruption interruption = new Interruption();
        interruption.watch();
        int exitCode = run(Surroundings.ofProcess(), interruption, arguments);
        interruption.finished();
        System.exit(exitCode);
    }

    /// Runs one command line as if it were a process of its own, and returns what that would exit with.
    static int run(Surroundings surroundings, Interruption interruption, String... arguments) {
        return new CommandRunner(surroundings, interruption, commands()).run(arguments);
    }

    /// Every command, in the order in which help lists them. A new one gets its line here, and nowhere else.
    private static List<Command> commands() {
        return List.of(
                new DemoCommand(),
                new InitCommand(),
                new CheckCommand(),
                new SyncCommand(),
                new ServeCommand(),
                new VerifyCommand(),
                new RunCommand(),
                new BuildCommand(),
                new TestCommand(),
                new SeedCommand(),
                new SnapshotCommand(),
                new RetryCommand(),
                new CompileCommand(),
                new ShowCommand(),
                new ListCommand(),
                new LineageCommand(),
                new DocsCommand(),
                new SourceCommand(),
                new ParseCommand(),
                new DebugCommand(),
                new RunOperationCommand(),
                new DepsCommand(),
                new CleanCommand(),
                new SqlCommand(),
                new TablesCommand(),
                new SnapshotsCommand(),
                new TagCommand(),
                new SchemaCommand(),
                new CompletionCommand(Main::commands));
    }
}
