package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.result.JsonResult;
import basin.app.result.TableResult;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.model.compile.Compiled;
import basin.model.resource.Node;
import basin.run.build.Compilation;
import basin.run.build.ModelProject;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a model, or a query that was typed, returns; nothing is made of it.
///
/// @param compilation open until the command ends
/// @param rows closed once they have been told
public record ShownModel(Compilation compilation, Rows rows) implements Answer {

    /// Asks for the rows of the one node that is selected.
    ///
    /// @param most how many rows at most; negative for all of them
    /// @throws ProblemException if the project is wrong, or not exactly one node is selected
    public static ShownModel of(Workplace workplace, ProjectFlags flags, SelectionFlags selection, long most) {
        ModelProject project = read(workplace, flags);
        Set<String> selected = selection.of(project.graph(), workplace);
        List<Node> nodes = selected.stream()
                .map(id -> project.graph().node(id))
                .filter(node -> node != null && node.isRefable())
                .toList();
        if (nodes.size() != 1) {
            throw new ProblemException(Problem.wrong(nodes.size() + " nodes are selected, not one", Place.NOWHERE)
                    .advise("name one model: basin show orders"));
        }
        Compilation compilation = workplace.keep(CompiledProject.open(workplace, project, selection.state(), selected));
        Node node = nodes.getFirst();
        Compiled query = node.code().raw().isBlank()
                ? compilation.compile("select * from " + node.relation().sql())
                : compilation.compile(node);
        return new ShownModel(compilation, compilation.rows(query, most));
    }

    /// Asks a query that was typed, and may name whatever the project has.
    ///
    /// @throws ProblemException if the project or the query is wrong
    public static ShownModel inline(Workplace workplace, ProjectFlags flags, String template, long most) {
        Compilation compilation = workplace.keep(CompiledProject.open(workplace, read(workplace, flags)));
        return new ShownModel(compilation, compilation.rows(compilation.compile(template), most));
    }

    private static ModelProject read(Workplace workplace, ProjectFlags flags) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        try (Progress progress = workplace.progress()) {
            return new ProjectCommand("show", arguments).read(workplace, flags, progress);
        }
    }

    @Override
    public void show(Screen out) {
        try (rows) {
            new TableResult(out).write(rows);
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        try (rows) {
            json.writeStartObject();
            json.writeFieldName("rows");
            JsonResult.array(json).write(rows);
            json.writeEndObject();
        }
    }
}
