package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import basin.lake.LakeTable;
import picocli.CommandLine.Parameters;

/// `basin snapshots TABLE`
@picocli.CommandLine.Command(
        name = "snapshots",
        header = "List the states of a table that can still be asked for.",
        description = {
            "Every change of a table makes a snapshot, which is kept for five days, or for as long as it has a tag. "
                    + "SQL sees the table as of one with AT (VERSION => ...), and a number or a tag from here.",
            "The number of rows does not yet leave out those that were replaced since their file was written."
        },
        footer = {
            "",
            "Examples:",
            "  basin snapshots shop.orders",
            "  basin sql \"select count(*) from shop.orders at (version => 5781947118336215154)\""
        })
public final class SnapshotsCommand implements Command {

    @Parameters(paramLabel = "TABLE", description = "A table, as in shop.orders.")
    private String table = "";

    @Override
    public Answer run(Workplace workplace) {
        LakeTable found = NamedTable.in(workplace.lake(), table);
        return new SnapshotList(found.name(), found.snapshots(), found.tags());
    }
}
