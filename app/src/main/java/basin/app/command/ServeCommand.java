package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.serve.Serving;
import basin.app.workplace.Workplace;

/// `basin serve`
@picocli.CommandLine.Command(
        name = "serve",
        header = "Keep the lake up to date until it is stopped.",
        description = {
            "Follows every source of the project that is 'mode: cdc': loads its tables once, then takes over each change "
                    + "as the source tells it, with a commit each second (the setting 'freshness').",
            "Meanwhile this process alone writes to the project; whatever reads can be used beside it. Ctrl-C stops it, and "
                    + "the next start goes on where it was, however it ended."
        },
        footer = {"", "Examples:", "  basin serve                     until Ctrl-C"})
public final class ServeCommand implements Command {

    @Override
    public Answer run(Workplace workplace) {
        return Serving.run(workplace);
    }
}
