package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.sync.SourceSync;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin sync SOURCE`
@picocli.CommandLine.Command(
        name = "sync",
        header = "Bring what a source has into the lake.",
        description = {
            "All tables of the source are read as they stand in one instant. Readers of the lake see a table's old rows "
                    + "until its last new one is there.",
            "A sync that was interrupted, however that was, goes on where it was when it is run again."
        },
        footer = {
            "",
            "Examples:",
            "  basin sync shop                 the source in sources/shop.yml",
            "  basin sync shop --full          read everything anew",
            "  basin sync shop --json          the same for a program: rows, files and problems by table"
        })
public final class SyncCommand implements Command {

    @Parameters(paramLabel = "SOURCE", description = "The name of the source.")
    String source = "";

    @Option(
            names = "--full",
            description = "Read everything anew: what lies before a cursor, and what an interrupted sync has kept.")
    boolean full;

    @Override
    public Answer run(Workplace workplace) {
        return SourceSync.run(workplace, source, full);
    }
}
