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

/// `basin snapshot [SELECT]`
@picocli.CommandLine.Command(
        name = "snapshot",
        header = "Take the snapshots of the dbt project.",
        description = "A snapshot keeps every version of a row that it has ever seen.",
        footer = {
            "",
            "Examples:",
            "  basin snapshot                  every snapshot",
            "  basin snapshot orders_history   one of them"
        })
public final class SnapshotCommand implements Command {
    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final BuildFlags build = new BuildFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return ModelBuild.run(workplace, new BuildRequest(BuildKind.SNAPSHOT, project, selection, build));
    }
}
