package basin.app.command;

import basin.app.build.BuildKind;

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
public final class BuildCommand extends BuildingCommand {
    public BuildCommand() {
        super(BuildKind.BUILD);
    }
}
