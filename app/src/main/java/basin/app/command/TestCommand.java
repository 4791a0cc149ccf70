package basin.app.command;

import basin.app.build.BuildFlags;
import basin.app.build.BuildKind;
import basin.app.build.BuildRequest;
import basin.app.build.ModelBuild;
import basin.app.build.ProjectFlags;
import basin.app.build.SelectionFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;

/// `basin test [SELECT]`
@picocli.CommandLine.Command(
        name = "test",
        header = "Run the tests of the dbt project.",
        description = "Tests that have passed are run again only when their text or their data has changed.",
        footer = {
            "",
            "Examples:",
            "  basin test                      every test",
            "  basin test orders               the tests of one model"
        })
public final class TestCommand implements Command {
    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final BuildFlags build = new BuildFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return ModelBuild.run(workplace, new BuildRequest(BuildKind.TEST, project, selection, build));
    }
}
