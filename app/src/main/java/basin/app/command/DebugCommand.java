package basin.app.command;

import basin.app.build.Diagnosis;
import basin.app.build.ProjectFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;

/// `basin debug`
@picocli.CommandLine.Command(
        name = "debug",
        header = "Tell where the dbt project is, what it runs against, and whether it can.",
        description = "Opens what a build would open, and changes nothing.",
        footer = {"", "Examples:", "  basin debug", "  basin debug --target prod"})
public final class DebugCommand implements Command {
    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return Diagnosis.of(workplace, project);
    }
}
