package basin.app.command;

import basin.app.build.ProjectFlags;
import basin.app.build.ResourceList;
import basin.app.build.SelectionFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `basin ls [SELECT]`
@picocli.CommandLine.Command(
        name = "ls",
        aliases = "list",
        header = "List the resources of the dbt project.",
        footer = {
            "",
            "Examples:",
            "  basin ls                        all of them",
            "  basin ls +orders --resource-type model --output path",
            "  basin ls tag:daily --output json"
        })
public final class ListCommand implements Command {
    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "How each is written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ResourceList.Form output = ResourceList.Form.SELECTOR;

    @Override
    public Answer run(Workplace workplace) {
        return ResourceList.of(workplace, project, selection, output);
    }
}
