package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.run.RunResult;
import basin.app.sync.SourceSync;
import basin.app.sync.SyncResult;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.project.SourceDefinition;
import basin.run.select.Selection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// `basin run [SELECT]`
@picocli.CommandLine.Command(
        name = "run",
        header = "Bring the project up to date, once: every source, or those that are selected.",
        description =
                "Sources come one after the other. One that fails, or whose file is wrong, does not stop the others.",
        footer = {
            "",
            "Examples:",
            "  basin run                       everything",
            "  basin run shop tag:daily        the source shop, and all that have the tag daily",
            "  basin run --json                the same for a program: rows, files and problems by table"
        })
public final class RunCommand implements Command {

    @Parameters(
            paramLabel = "SELECT",
            arity = "0..*",
            description = "Sources by name, as source:NAME or as tag:TAG (default: all).")
    List<String> selectors = List.of();

    @Override
    public Answer run(Workplace workplace) {
        List<SyncResult> synced = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Selection selection = Selection.of(workplace.reading(), selectors);
        problems.addAll(selection.problems());
        for (SourceDefinition source : selection.sources()) {
            try {
                SyncResult result = SourceSync.run(workplace, source.name(), false);
                synced.add(result);
                problems.addAll(result.problems());
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        return new RunResult(synced, problems);
    }
}
