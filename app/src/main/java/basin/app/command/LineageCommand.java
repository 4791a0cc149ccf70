package basin.app.command;

import basin.app.build.ColumnTree;
import basin.app.build.ColumnTree.Direction;
import basin.app.build.ProjectFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin lineage COLUMN`
@picocli.CommandLine.Command(
        name = "lineage",
        header = "Show which columns a column of the dbt project comes from.",
        description = "What a model reads must have been made, since * means the columns that are there.",
        footer = {
            "",
            "Examples:",
            "  basin lineage customers.lifetime_value          from the model back to the sources",
            "  basin lineage shop.orders.total --downstream    what is made of it",
            "  basin lineage customers --all                   all columns, also those that only decide"
        })
public final class LineageCommand implements Command {

    @Parameters(paramLabel = "COLUMN", description = "A column, as in orders.total, or a table for all of its columns.")
    private String column = "";

    @Option(names = "--downstream", description = "Show what comes of it instead.")
    private boolean downstream;

    @Option(
            names = "--all",
            description = "Also show columns that only decide: which rows count, meet, or are one group.")
    private boolean all;

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        return ColumnTree.of(workplace, project, column, new Direction(downstream, all));
    }
}
