package basin.model.graph;

import basin.core.problem.Problem;
import basin.model.document.Findings;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Seed;
import basin.model.resource.Snapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Refuses two nodes that would write the same table.
final class RelationNames {
    private final Findings findings;

    RelationNames(Findings findings) {
        this.findings = findings;
    }

    void check(Collection<Node> nodes) {
        Map<String, Node> firsts = new HashMap<>();
        for (Node node : nodes) {
            boolean writes =
                    (node.kind() instanceof Model || node.kind() instanceof Seed || node.kind() instanceof Snapshot)
                            && !node.isEphemeral();
            if (!writes) {
                continue;
            }
            Node first = firsts.putIfAbsent(node.relation().sql().toLowerCase(Locale.ROOT), node);
            if (first != null) {
                findings.mistakes()
                        .add(Problem.wrong(
                                        "'%s' and '%s' are both %s"
                                                .formatted(
                                                        first.uniqueId(),
                                                        node.uniqueId(),
                                                        node.relation().sql()),
                                        node.identity().place())
                                .because("the other is at " + first.identity().place())
                                .advise("give one of them another 'alias' or 'schema'"));
            }
        }
    }
}
