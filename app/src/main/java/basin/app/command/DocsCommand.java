package basin.app.command;

import basin.app.build.GeneratedDocs;
import basin.app.build.ProjectFlags;
import basin.app.build.ServedDocs;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin docs generate` and `basin docs serve`
@picocli.CommandLine.Command(
        name = "docs",
        header = "Write down what the dbt project says, and what is really there, for documentation.",
        description = {
            "generate writes index.html, a page that needs no server, and what it is made of, manifest.json, "
                    + "catalog.json and column_lineage.json, into the target folder.",
            "serve shows the page to browsers on this machine."
        },
        footer = {"", "Examples:", "  basin docs generate", "  basin docs serve --port 8000"})
public final class DocsCommand implements Command {

    /// What can be done.
    enum Action {
        GENERATE,
        SERVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}")
    private Action action = Action.GENERATE;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to serve; 0 for any port that is free (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return switch (action) {
            case GENERATE -> GeneratedDocs.of(workplace, project);
            case SERVE -> ServedDocs.of(workplace, project, port);
        };
    }
}
