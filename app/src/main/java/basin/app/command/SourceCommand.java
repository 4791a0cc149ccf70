package basin.app.command;

import basin.app.build.FreshnessReport;
import basin.app.build.ProjectFlags;
import basin.app.build.SelectionFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `basin source freshness [SELECT]`
@picocli.CommandLine.Command(
        name = "source",
        header = "Tell how old the newest rows of the dbt project's sources are.",
        description =
                "By the column that loaded_at_field names; where none is named, by the time of the last commit to "
                        + "the table. Exits with 1 where a source is older than its error_after.",
        footer = {
            "",
            "Examples:",
            "  basin source freshness                 all sources of which something is expected",
            "  basin source freshness -s source:shop  those of one source"
        })
public final class SourceCommand implements Command {
    private static final String FRESHNESS = "freshness";

    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write sources.json (default: the target folder).")
    private @Nullable Path output;

    @Override
    public Answer run(Workplace workplace) {
        String action = selection.takeAction();
        if (!action.equals(FRESHNESS)) {
            throw new ProblemException(
                    Problem.wrong("unknown action '" + action + "'; there is " + FRESHNESS, Place.NOWHERE)
                            .advise("type basin source " + FRESHNESS));
        }
        return FreshnessReport.of(workplace, project, selection, output);
    }
}
