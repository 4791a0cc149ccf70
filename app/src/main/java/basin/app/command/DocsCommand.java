package basin.app.command;

import basin.app.build.GeneratedDocs;
import basin.app.build.ProjectFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `basin docs generate`
@picocli.CommandLine.Command(
        name = "docs",
        header = "Write down what the dbt project says, and what is really there, for documentation.",
        description = "Writes manifest.json and catalog.json into the target folder.",
        footer = {"", "Examples:", "  basin docs generate"})
public final class DocsCommand implements Command {

    /// What can be done.
    enum Action {
        GENERATE;

        @Override
        public String toString() {
            return "generate";
        }
    }

    @Parameters(paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}")
    private Action action = Action.GENERATE;

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return switch (action) {
            case GENERATE -> GeneratedDocs.of(workplace, project);
        };
    }
}
