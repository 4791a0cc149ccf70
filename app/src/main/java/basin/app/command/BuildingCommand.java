package basin.app.command;

import basin.app.build.BuildFlags;
import basin.app.build.BuildKind;
import basin.app.build.BuildRequest;
import basin.app.build.ModelBuild;
import basin.app.build.ProjectFlags;
import basin.app.build.SelectionFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import picocli.CommandLine.Mixin;

/// A command that runs a dbt project, or a part of it.
abstract class BuildingCommand implements Command {
    private final BuildKind kind;

    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final BuildFlags build = new BuildFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    /// @param kind what it runs of the project
    BuildingCommand(BuildKind kind) {
        this.kind = kind;
    }

    @Override
    public Answer run(Workplace workplace) {
        return ModelBuild.run(workplace, request(selection));
    }

    /// What was typed as a selection.
    final SelectionFlags selection() {
        return selection;
    }

    /// What was typed, of another selection.
    final BuildRequest request(SelectionFlags selected) {
        return new BuildRequest(kind, project, selected, build);
    }
}
