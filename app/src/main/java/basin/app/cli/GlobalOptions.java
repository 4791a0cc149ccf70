package basin.app.cli;

import basin.app.terminal.ColourChoice;
import basin.app.terminal.Surroundings;
import basin.app.terminal.Terminal;
import basin.app.workplace.Interruption;
import basin.app.workplace.Workplace;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The words that work before and behind every command.
@Command(
        name = "basin",
        header = "Brings data into an open lake, and answers questions about it.",
        customSynopsis = "basin [OPTIONS] COMMAND [ARGUMENTS]",
        footer = {
            "",
            "Examples:",
            "  basin init shop                 start a project in the new folder shop",
            "  basin check                     find every mistake in the project in this folder",
            "  basin sql \"select 1 + 1\"        ask a question",
            "  basin COMMAND --help            all about one command, with examples",
            "",
            "Exit codes: 0 done, 1 something failed, 2 the project or the arguments are wrong."
        })
public final class GlobalOptions {

    @Option(
            names = "--project",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The project's folder (default: the current one).")
    Path project = Path.of("");

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answer with one JSON document, problems included.")
    boolean json;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Paint: ${COMPLETION-CANDIDATES} (default: auto, on a terminal without NO_COLOR).")
    ColourChoice colour = ColourChoice.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Show results and problems only: no progress, no remarks.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show the log, and the traces of unforeseen errors.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Mixin
    DbtWords dbt = new DbtWords();

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    /// The project's folder, absolute.
    Path folder(Surroundings surroundings) {
        return surroundings
                .folder()
                .resolve(dbt.project == null ? project : dbt.project)
                .normalize();
    }

    /// Where the command works.
    Workplace workplace(Surroundings surroundings, Terminal terminal, Interruption interruption) {
        boolean silent = json || quiet;
        return new Workplace(surroundings, terminal, interruption, folder(surroundings), silent, verbose());
    }

    /// Whether the log is to be on the screen.
    boolean verbose() {
        return verbose || dbt.verbose;
    }

    /// Whether words are to be painted.
    ColourChoice colour() {
        if (dbt.unpainted) {
            return ColourChoice.NEVER;
        }
        return dbt.painted ? ColourChoice.ALWAYS : colour;
    }
}
