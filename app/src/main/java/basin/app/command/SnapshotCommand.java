package basin.app.command;

import basin.app.build.BuildKind;

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
public final class SnapshotCommand extends BuildingCommand {
    public SnapshotCommand() {
        super(BuildKind.SNAPSHOT);
    }
}
