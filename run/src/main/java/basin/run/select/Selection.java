package basin.run.select;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.project.SourceDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Some of a project's sources: those that at least one selector names.
///
/// A selector is `source:NAME`, `tag:TAG` or just a name, as in dbt.
public final class Selection {

    private static final String BY_SOURCE = "source:";
    private static final String BY_TAG = "tag:";

    private Selection() {}

    /// The selected sources, in the project's order.
    ///
    /// @param selectors none at all selects everything
    /// @throws ProblemException with every selector that selects nothing
    public static List<SourceDefinition> of(List<SourceDefinition> sources, List<String> selectors) {
        Problems problems = new Problems();
        for (String selector : selectors) {
            if (sources.stream().noneMatch(source -> matches(source, selector))) {
                problems.add(nothing(sources, selector));
            }
        }
        problems.throwIfAny();
        return sources.stream()
                .filter(source ->
                        selectors.isEmpty() || selectors.stream().anyMatch(selector -> matches(source, selector)))
                .toList();
    }

    private static boolean matches(SourceDefinition source, String selector) {
        if (selector.startsWith(BY_TAG)) {
            return source.tags().contains(selector.substring(BY_TAG.length()));
        }
        return source.name().equals(name(selector));
    }

    private static String name(String selector) {
        return selector.startsWith(BY_SOURCE) ? selector.substring(BY_SOURCE.length()) : selector;
    }

    private static Problem nothing(List<SourceDefinition> sources, String selector) {
        boolean byTag = selector.startsWith(BY_TAG);
        String wanted = byTag ? selector.substring(BY_TAG.length()) : name(selector);
        Set<String> good = byTag
                ? sources.stream()
                        .flatMap(source -> source.tags().stream())
                        .collect(Collectors.toCollection(TreeSet::new))
                : sources.stream().map(SourceDefinition::name).collect(Collectors.toCollection(TreeSet::new));
        String there = good.isEmpty() ? "there are none" : "one of " + String.join(", ", good);
        return Problem.wrong(
                        "no source has the " + (byTag ? "tag" : "name") + " '" + wanted + "'; " + there, Place.NOWHERE)
                .advise(Suggestion.didYouMean(wanted, good));
    }
}
