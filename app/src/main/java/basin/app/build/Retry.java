package basin.app.build;

import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.artifact.ArtifactFile;
import basin.model.artifact.RunResults;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is to be done again of an earlier build: what failed, what was left out, and what had no turn
/// because the build was stopped.
public final class Retry {
    private Retry() {}

    /// The same command with the same flags, of what is left.
    ///
    /// @param artifacts the folder with the `run_results.json` to go by; null for this project's last build
    /// @throws ProblemException if there was no build
    public static BuildRequest of(Workplace workplace, @Nullable Path artifacts) {
        Journal.Earlier earlier = artifacts == null
                ? Journal.read(workplace.reading().project().settings().state())
                : results(workplace.resolve(artifacts));
        if (earlier == null) {
            throw new ProblemException(Problem.wrong("there is no earlier build to take up", Place.NOWHERE)
                    .advise("begin with 'basin build'"));
        }
        return BuildRequest.again(earlier.arguments(), earlier.left());
    }

    private static Journal.Earlier results(Path folder) {
        JsonNode results = ArtifactFile.read(folder.resolve(RunResults.FILE));
        if (results == null) {
            throw new ProblemException(Problem.wrong("there is no run_results.json", new Place.InFile(folder))
                    .advise("name the folder of an earlier run's artifacts"));
        }
        return Journal.of(results);
    }
}
