package basin.app.command;

import basin.app.build.Packages;
import basin.app.build.ProjectFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `basin deps`
@picocli.CommandLine.Command(
        name = "deps",
        header = "Bring the packages that the dbt project asks for into its folder.",
        description =
                "Those of package-lock.yml where it is of what the project asks for now. A project whose packages lie "
                        + "in its folder already needs no network.",
        footer = {"", "Examples:", "  basin deps", "  basin deps --upgrade            the newest that suit"})
public final class DepsCommand implements Command {
    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Option(names = "--upgrade", description = "Take the newest packages that suit, whatever is locked.")
    private boolean upgrade;

    @Override
    public Answer run(Workplace workplace) {
        return Packages.install(workplace, project, upgrade);
    }
}
