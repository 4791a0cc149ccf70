package basin.app.command;

import basin.app.build.BuildKind;
import basin.app.build.BuildRequest;
import basin.app.build.BuildResult;
import basin.app.build.ModelBuild;
import basin.app.cli.Answer;
import basin.app.run.RunResult;
import basin.app.sync.SourceSync;
import basin.app.sync.SyncResult;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.project.ProjectReading;
import basin.core.project.SourceDefinition;
import basin.model.project.DbtProject;
import basin.run.select.Selection;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `basin run [SELECT]`
@picocli.CommandLine.Command(
        name = "run",
        header = "Bring the project up to date, once: its sources and then its models, or what is selected.",
        description =
                "Sources come one after the other; one that fails, or whose file is wrong, does not stop the others. Models that would come "
                        + "out as they are stay as they are.",
        footer = {
            "",
            "Examples:",
            "  basin run                       everything",
            "  basin run shop tag:daily        the source shop, and all that has the tag daily",
            "  basin run source:shop+          the source shop, and all models behind it",
            "  basin run --json                the same for a program: rows, files and problems by table"
        })
public final class RunCommand extends BuildingCommand {
    public RunCommand() {
        super(BuildKind.RUN);
    }

    @Override
    public Answer run(Workplace workplace) {
        ProjectReading reading = workplace.reading();
        List<String> selected = selection().selected();
        if (!Files.exists(workplace.folder().resolve(DbtProject.FILE))) {
            return run(workplace, Selection.of(reading, selected), null);
        }
        Set<String> names = new HashSet<>(reading.broken().keySet());
        reading.project().sources().forEach(source -> names.add(source.name()));
        BuildRequest models = request(selection().withSources(names));
        return run(workplace, Selection.among(reading, selected), models);
    }

    /// Syncs, and then runs models.
    private static RunResult run(Workplace workplace, Selection sources, @Nullable BuildRequest models) {
        List<SyncResult> synced = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(sources.problems());
        for (SourceDefinition source : sources.sources()) {
            try {
                SyncResult result = SourceSync.run(workplace, source.name(), false);
                synced.add(result);
                problems.addAll(result.problems());
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        BuildResult built = models == null ? null : ModelBuild.run(workplace, models);
        return new RunResult(synced, built, problems);
    }
}
