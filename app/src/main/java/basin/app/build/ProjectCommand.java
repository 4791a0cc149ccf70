package basin.app.build;

import basin.app.progress.Progress;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.ProblemText;
import basin.model.context.Invocation;
import basin.run.build.ModelProject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of a command over a dbt project, which begins when this is made.
final class ProjectCommand {
    private final Clock clock = Clock.systemUTC();
    private final UUID id = UUID.randomUUID();
    private final Instant start = clock.instant();
    private final Invocation invocation;

    /// @param word its name, as templates see it: `build`
    /// @param arguments its flags by dbt's names
    ProjectCommand(String word, Map<String, @Nullable Object> arguments) {
        this.invocation = Invocation.of(id.toString(), start, word, arguments);
    }

    /// When it began.
    Instant start() {
        return start;
    }

    /// Reads the project; what is worth a word is said.
    ///
    /// @throws basin.core.problem.ProblemException with every mistake in it
    ModelProject read(Workplace workplace, ProjectFlags flags, Progress progress) {
        ModelProject project = ModelProject.read(flags.options(workplace), invocation, new Spoken(progress));
        if (flags.isStrict() && !project.remarks().isEmpty()) {
            throw new ProblemException(project.remarks());
        }
        for (Problem remark : project.remarks()) {
            progress.say(ProblemText.of(remark));
        }
        return project;
    }

    /// The run as artifacts name it that are written now.
    basin.model.artifact.Invocation artifact() {
        return new basin.model.artifact.Invocation(id, start, clock.instant());
    }
}
