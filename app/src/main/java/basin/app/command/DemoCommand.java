package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.demo.Demo;
import basin.app.workplace.Workplace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `basin demo`
@picocli.CommandLine.Command(
        name = "demo",
        header = "Show everything on an example company, with nothing else installed.",
        description = {
            "Makes up MadHatter Corp., a maker of consumer products, in a Postgres server of its own, brings its "
                    + "database into a lake and answers questions about it.",
            "The project stays in a folder, to look at and to go on with. The server stays up until Ctrl-C."
        },
        footer = {
            "",
            "Examples:",
            "  basin demo                      a company with 100,000 orders",
            "  basin demo --scale 10 --once    a million orders; ends when the answers are there",
            "  basin demo --dir /tmp/hats      in another folder than ./basin-demo"
        })
public final class DemoCommand implements Command {

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "The size of the company: 1 for 100,000 orders (default: ${DEFAULT-VALUE}).")
    double scale = 1;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the project is laid out (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("basin-demo");

    @Option(names = "--once", description = "End once the answers are shown, instead of staying up.")
    boolean once;

    @Override
    public Answer run(Workplace workplace) {
        return Demo.start(workplace, workplace.resolve(folder), scale, once);
    }
}
