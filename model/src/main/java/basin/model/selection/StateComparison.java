package basin.model.selection;

import basin.core.problem.Place;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Macro;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Compares the resources of a graph with those of an earlier state of the project.
final class StateComparison {
    /// What can be asked.
    static final List<String> WORDS = List.of(
            "new",
            "old",
            "modified",
            "unmodified",
            "modified.body",
            "modified.configs",
            "modified.persisted_descriptions",
            "modified.relation",
            "modified.macros",
            "modified.contract");

    private final EarlierState earlier;
    private final Set<String> changedMacros = new HashSet<>();

    StateComparison(ProjectGraph graph, EarlierState earlier) {
        this.earlier = earlier;
        for (Macro macro : graph.macros().values()) {
            if (!macro.sql().equals(earlier.macros().get(macro.uniqueId()))) {
                changedMacros.add(macro.uniqueId());
            }
        }
        for (String id : earlier.macros().keySet()) {
            if (!graph.macros().containsKey(id)) {
                changedMacros.add(id);
            }
        }
    }

    /// What a resource is now, compared with what it was.
    ///
    /// @param word one of [#WORDS]
    Predicate<Resource> state(String word) {
        return switch (word) {
            case "new" -> resource -> before(resource) == null;
            case "old" -> resource -> before(resource) != null;
            case "modified" -> this::isModified;
            case "unmodified" -> resource -> !isModified(resource);
            case "modified.macros" -> this::hasChangedMacros;
            case "modified.body" -> differsIn(Trait.BODY);
            case "modified.configs" -> differsIn(Trait.CONFIG);
            case "modified.persisted_descriptions" -> differsIn(Trait.DESCRIPTIONS);
            case "modified.relation" -> differsIn(Trait.RELATION);
            case "modified.contract" -> differsIn(Trait.CONTRACT);
            default -> throw new IllegalArgumentException("no state " + word);
        };
    }

    /// What had a status in the earlier run: `error`, `fail`, `success`.
    Predicate<Resource> result(String status) {
        return resource -> status.equals(earlier.results().get(resource.uniqueId()));
    }

    /// Sources with rows that came after the earlier look: `fresher`.
    ///
    /// @throws basin.core.problem.ProblemException if it is another word
    Predicate<Resource> sourceStatus(String status) {
        if (!status.equals("fresher")) {
            throw SelectionParser.refuse(
                    "unknown status of a source '" + status + "'; it can be fresher", Place.NOWHERE, null);
        }
        return resource -> earlier.fresherSources().contains(resource.uniqueId());
    }

    private boolean isModified(Resource resource) {
        Traits before = before(resource);
        return before == null || !before.equals(Traits.of(resource)) || hasChangedMacros(resource);
    }

    private boolean hasChangedMacros(Resource resource) {
        return resource instanceof Node node
                && node.dependencies().macros().stream().anyMatch(changedMacros::contains);
    }

    private Predicate<Resource> differsIn(Trait trait) {
        return resource -> {
            Traits before = before(resource);
            return before == null
                    || !before.get(trait).equals(Traits.of(resource).get(trait));
        };
    }

    private @Nullable Traits before(Resource resource) {
        return earlier.traits(resource.uniqueId());
    }
}
