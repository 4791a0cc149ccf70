package basin.app.command;

import basin.app.build.CompiledProject;
import basin.app.build.ProjectFlags;
import basin.app.build.SelectionFlags;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `basin compile [SELECT]`
@picocli.CommandLine.Command(
        name = "compile",
        header = "Turn the templates of the dbt project into plain SQL, and run none of it.",
        description = "The SQL is written below target/compiled; that of a single model is shown, too.",
        footer = {
            "",
            "Examples:",
            "  basin compile                   everything",
            "  basin compile orders            one model",
            "  basin compile --inline \"select * from {{ ref('orders') }}\""
        })
public final class CompileCommand implements Command {
    @Mixin
    private final SelectionFlags selection = new SelectionFlags();

    @Mixin
    private final ProjectFlags project = new ProjectFlags();

    @Option(names = "--inline", paramLabel = "SQL", description = "Compile this instead.")
    private @Nullable String inline;

    @Override
    public Answer run(Workplace workplace) {
        return inline == null
                ? CompiledProject.of(workplace, project, selection)
                : CompiledProject.inline(workplace, project, inline);
    }
}
