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

/// `basin seed [SELECT]`
@picocli.CommandLine.Command(
        name = "seed",
        header = "Load the CSV files of the dbt project into tables.",
        description = "Files that have not changed are left alone; --full-refresh and --force load them again.",
        footer = {
            "",
            "Examples:",
            "  basin seed                      every file",
            "  basin seed country_codes        one of them"
        })
public final class SeedCommand implements Command {
    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final BuildFlags build = new BuildFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return ModelBuild.run(workplace, new BuildRequest(BuildKind.SEED, project, selection, build));
    }
}
