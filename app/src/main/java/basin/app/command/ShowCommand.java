package basin.app.command;

import basin.app.build.ProjectFlags;
import basin.app.build.SelectionFlags;
import basin.app.build.ShownModel;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `basin show [SELECT]`
@picocli.CommandLine.Command(
        name = "show",
        header = "Show rows that a model of the dbt project returns, without making it.",
        footer = {
            "",
            "Examples:",
            "  basin show orders               its first rows, as its inputs are now",
            "  basin show --inline \"select count(*) from {{ ref('orders') }}\" --limit -1"
        })
public final class ShowCommand implements Command {
    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Option(names = "--inline", paramLabel = "SQL", description = "Ask this instead.")
    private @Nullable String inline;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many rows at most; -1 for all (default: ${DEFAULT-VALUE}).")
    private long limit = 5;

    @Override
    public Answer run(Workplace workplace) {
        return inline == null
                ? ShownModel.of(workplace, project, selection, limit)
                : ShownModel.inline(workplace, project, inline, limit);
    }
}
