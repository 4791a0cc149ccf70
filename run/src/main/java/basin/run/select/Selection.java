package basin.run.select;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.project.ProjectReading;
import basin.core.project.SourceDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Some of a project's sources: those that at least one selector names.
///
/// A selector is `source:NAME`, `tag:TAG` or just a name, as in dbt.
///
/// @param sources those that can be read, in the project's order
/// @param problems what is wrong with the others
public record Selection(List<SourceDefinition> sources, List<Problem> problems) {

    private static final String BY_SOURCE = "source:";
    private static final String BY_TAG = "tag:";

    public Selection {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /// Selects. What is wrong with sources is told of those that are named; of all of them where one that cannot be
    /// read might be meant: by a tag, or by nothing at all.
    ///
    /// @param selectors none at all selects everything
    /// @throws ProblemException with every selector that selects nothing
    public static Selection of(ProjectReading reading, List<String> selectors) {
        List<SourceDefinition> sources = reading.project().sources();
        Map<String, List<Problem>> broken = reading.broken();
        Problems nothing = new Problems();
        Set<Problem> problems = new LinkedHashSet<>();
        for (String selector : selectors) {
            boolean byTag = selector.startsWith(BY_TAG);
            if (byTag) {
                problems.addAll(reading.problems());
            } else {
                problems.addAll(broken.getOrDefault(name(selector), List.of()));
            }
            if (sources.stream().noneMatch(source -> matches(source, selector))
                    && (byTag || !broken.containsKey(name(selector)))) {
                nothing.add(nothing(sources, selector));
            }
        }
        nothing.throwIfAny();
        return selectors.isEmpty()
                ? new Selection(sources, reading.problems())
                : new Selection(
                        sources.stream()
                                .filter(source -> selectors.stream().anyMatch(selector -> matches(source, selector)))
                                .toList(),
                        List.copyOf(problems));
    }

    /// Selects where selectors may as well name something else: those that name no source count for nothing. What
    /// stands around a name for the graph, as in `+source:shop+`, does not count either.
    ///
    /// @param selectors none at all selects everything
    public static Selection among(ProjectReading reading, List<String> selectors) {
        List<String> named = selectors.stream()
                .flatMap(words -> Stream.of(words.strip().split("[\\s,]+")))
                .map(word -> word.replaceFirst("^(@|\\d*\\+)", "").replaceFirst("\\+\\d*$", ""))
                .filter(word -> reading.broken().containsKey(name(word))
                        || reading.project().sources().stream().anyMatch(source -> matches(source, word)))
                .toList();
        return named.isEmpty() && !selectors.isEmpty() ? new Selection(List.of(), List.of()) : of(reading, named);
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
