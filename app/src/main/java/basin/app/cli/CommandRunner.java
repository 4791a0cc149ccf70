package basin.app.cli;

import basin.app.log.Logs;
import basin.app.terminal.OutputClosed;
import basin.app.terminal.ProblemView;
import basin.app.terminal.SourceLines;
import basin.app.terminal.Surroundings;
import basin.app.terminal.Terminal;
import basin.app.workplace.Interruption;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Runs one command line, from its words to its exit code.
public final class CommandRunner {

    private static final int DONE = 0;
    private static final int INTERRUPTED = 130;

    private final Surroundings surroundings;
    private final Interruption interruption;
    private final List<Command> commands;

    /// @param commands all there are, in the order in which help lists them
    public CommandRunner(Surroundings surroundings, Interruption interruption, List<Command> commands) {
        this.surroundings = surroundings;
        this.interruption = interruption;
        this.commands = List.copyOf(commands);
    }

    /// Whatever goes wrong has been told when this returns; it throws nothing.
    public int run(String... arguments) {
        GlobalOptions options = new GlobalOptions();
        try {
            return obey(options, arguments);
        } catch (OutputClosed e) {
            return DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses to be written to", e);
        }
    }

    private int obey(GlobalOptions options, String... arguments) throws IOException {
        CommandLine line;
        try {
            line = parse(options, arguments);
        } catch (ParameterException e) {
            return refuse(e, options);
        }
        Terminal terminal = Terminal.of(surroundings, options.colour());
        if (options.version) {
            terminal.out().line(Version.text());
            terminal.out().flush();
            return DONE;
        }
        if (options.help || !(line.getCommand() instanceof Command command)) {
            HelpLayout.show(line, terminal.out());
            return DONE;
        }
        return run(command, line.getCommandName(), options, terminal);
    }

    /// Fills the options, and the fields of the command that was named, which it returns.
    private CommandLine parse(GlobalOptions options, String... arguments) {
        CommandLine tree = CommandTree.of(options, commands);
        try {
            ParseResult parsed = tree.parseArgs(arguments);
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            return parsed.commandSpec().commandLine();
        } catch (ParameterException e) {
            // picocli may have stopped before it came to this one.
            options.json |= Arrays.asList(arguments).contains("--json");
            throw e;
        }
    }

    private int run(Command command, String name, GlobalOptions options, Terminal terminal) throws IOException {
        Audience audience = options.json ? new JsonReport(terminal.out(), name) : people(terminal, options);
        try (Logs logs = new Logs(options.folder(surroundings), options.verbose() ? terminal.err() : null)) {
            List<Problem> problems = List.of();
            int exitCode;
            try (Workplace workplace = options.workplace(surroundings, terminal, interruption)) {
                Answer answer = command.run(workplace);
                audience.hear(answer);
                problems = answer.problems();
                exitCode = answer.exitCode();
            } catch (OutputClosed e) {
                return DONE;
            } catch (Throwable e) {
                if (interruption.happened()) {
                    terminal.err().line("interrupted");
                    terminal.err().flush();
                    return INTERRUPTED;
                }
                ProblemException failure = Unforeseen.asProblems(e, logs);
                problems = failure.problems();
                exitCode = failure.exitCode();
            }
            return end(audience, terminal, lines(options), problems, exitCode);
        }
    }

    /// Ends with what is left to say. Where the output takes nothing more, that goes where problems go.
    private static int end(
            Audience audience, Terminal terminal, SourceLines lines, List<Problem> problems, int exitCode)
            throws IOException {
        try {
            audience.end(problems, exitCode);
            return exitCode;
        } catch (ProblemException e) {
            List<Problem> all = new ArrayList<>(problems);
            e.problems().stream().filter(problem -> !all.contains(problem)).forEach(all::add);
            ProblemView.show(terminal.err(), all, lines);
            return Math.max(exitCode, e.exitCode());
        }
    }

    private Audience people(Terminal terminal, GlobalOptions options) {
        return new Audience.People(terminal, lines(options));
    }

    private SourceLines lines(GlobalOptions options) {
        return new SourceLines(options.folder(surroundings));
    }

    private int refuse(ParameterException e, GlobalOptions options) throws IOException {
        Terminal terminal = Terminal.of(surroundings, options.colour());
        ProblemException refusal = WrongArguments.of(e);
        Audience audience = options.json
                ? new JsonReport(terminal.out(), e.getCommandLine().getCommandName())
                : people(terminal, options);
        audience.end(refusal.problems(), refusal.exitCode());
        return refusal.exitCode();
    }
}
