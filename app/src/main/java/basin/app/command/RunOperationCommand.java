package basin.app.command;

import basin.app.build.MacroRun;
import basin.app.build.ProjectFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin run-operation MACRO`
@picocli.CommandLine.Command(
        name = "run-operation",
        header = "Call a macro of the dbt project for its own sake.",
        description = "What it logs is on the screen, and its statements change what they change.",
        footer = {
            "",
            "Examples:",
            "  basin run-operation clean_up",
            "  basin run-operation grant_select --args '{role: reporter}'"
        })
public final class RunOperationCommand implements Command {
    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Parameters(paramLabel = "MACRO", description = "Its name, behind that of its package where need be.")
    private String macro = "";

    @Option(names = "--args", paramLabel = "YAML", description = "What it is given, by name: '{role: reporter}'.")
    private String arguments = "{}";

    @Override
    public Answer run(Workplace workplace) {
        return MacroRun.of(workplace, project, macro, arguments);
    }
}
