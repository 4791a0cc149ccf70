package basin.app.command;

import basin.app.build.Cleaning;
import basin.app.build.ProjectFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;

/// `basin clean`
@picocli.CommandLine.Command(
        name = "clean",
        header = "Delete the folders that the dbt project names in clean-targets.",
        description = "Only below the project's folder, and never the lake.",
        footer = {"", "Examples:", "  basin clean"})
public final class CleanCommand implements Command {
    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return Cleaning.of(workplace, project);
    }
}
