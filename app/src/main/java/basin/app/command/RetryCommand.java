package basin.app.command;

import basin.app.build.ModelBuild;
import basin.app.build.Retry;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `basin retry`
@picocli.CommandLine.Command(
        name = "retry",
        header = "Run again what the last build has not brought to a good end.",
        description = "The same command with the same options, of what failed, was skipped, or had no turn because the "
                + "build was stopped or killed.",
        footer = {
            "",
            "Examples:",
            "  basin retry                     what is left of the last build here",
            "  basin retry --state artifacts   what is left of the one that wrote artifacts/run_results.json"
        })
public final class RetryCommand implements Command {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The artifacts of the build to take up (default: the last one of this project).")
    private @Nullable Path state;

    @Override
    public Answer run(Workplace workplace) {
        return ModelBuild.run(workplace, Retry.of(workplace, state));
    }
}
