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

/// `basin build [SELECT]`
@picocli.CommandLine.Command(
        name = "build",
        header = "Run the dbt project: its seeds, models, snapshots and tests, each after what it needs.",
        description = "What comes behind a test that fails is left out. What would come out as it is stays as it is.",
        footer = {
            "",
            "Examples:",
            "  basin build                     everything that has changed, and everything after it",
            "  basin build +orders             the model orders and all that it needs",
            "  basin build -s tag:daily --exclude stg_orders"
        })
public final class BuildCommand implements Command {
    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final BuildFlags build = new BuildFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return ModelBuild.run(workplace, new BuildRequest(BuildKind.BUILD, project, selection, build));
    }
}
