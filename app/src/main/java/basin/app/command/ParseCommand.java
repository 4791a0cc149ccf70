package basin.app.command;

import basin.app.build.ParsedProject;
import basin.app.build.ProjectFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;

/// `basin parse`
@picocli.CommandLine.Command(
        name = "parse",
        header = "Read the dbt project and write its manifest.json.",
        description = "Finds every mistake, and runs nothing.",
        footer = {"", "Examples:", "  basin parse"})
public final class ParseCommand implements Command {
    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return ParsedProject.of(workplace, project);
    }
}
