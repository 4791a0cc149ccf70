package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.verify.SourceVerify;
import basin.app.workplace.Workplace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin verify SOURCE [TABLE...]`
@picocli.CommandLine.Command(
        name = "verify",
        header = "Prove that the lake holds what a source holds.",
        description = {
            "Source and lake each compute checksums over all of their rows, table by table and piece by piece, the source "
                    + "as it stands in one instant. Only where checksums differ are rows compared, and those that differ "
                    + "are shown by their keys. Nothing is changed.",
            "Exits with 1 if anything differs. What the source has changed since its last sync differs, too."
        },
        footer = {
            "",
            "Examples:",
            "  basin verify shop                        all tables of the source in sources/shop.yml",
            "  basin verify shop orders customers       two of them",
            "  basin verify shop --limit 1000 --json    the same for a program, with more of the rows that differ"
        })
public final class VerifyCommand implements Command {

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The name of the source.")
    String source = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "TABLE",
            description = "Tables of it, as they are called in the lake; all if none is named.")
    List<String> tables = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            defaultValue = "10",
            description = "How many rows that differ are shown of each table. All are counted. Default: 10.")
    int limit;

    @Override
    public Answer run(Workplace workplace) {
        return SourceVerify.run(workplace, source, tables, limit);
    }
}
