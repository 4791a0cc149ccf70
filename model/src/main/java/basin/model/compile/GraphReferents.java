package basin.model.compile;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.model.context.Referents;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// What names lead to in a project's graph.
public record GraphReferents(ProjectGraph graph) implements Referents {
    @Override
    public Node ref(String packageName, RefCall call) {
        Node found = graph.references().node(call.packageName(), call.name(), call.version(), packageName);
        if (found == null) {
            throw unknown(
                    "model, seed or snapshot",
                    call,
                    call.place(),
                    call.name(),
                    graph.references().names());
        }
        return Objects.requireNonNullElse(graph.node(found.uniqueId()), found);
    }

    @Override
    public Source source(String packageName, SourceCall call) {
        Source found = graph.references().source(call.source(), call.table(), packageName);
        if (found == null) {
            String table = call.source() + "." + call.table();
            throw unknown(
                    "source table",
                    call,
                    call.place(),
                    table,
                    graph.references().tables());
        }
        return found;
    }

    @Override
    public Collection<? extends Resource> resources() {
        List<Resource> all = new ArrayList<>(graph.resources().values());
        all.addAll(graph.groups());
        return all;
    }

    private static ProblemException unknown(
            String what, Object call, Place place, String name, Collection<String> known) {
        return new ProblemException(Problem.wrong("there is no " + what + " for " + call, place)
                .advise(Suggestion.didYouMean(name, known)));
    }
}
