package basin.model.packages;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds a version of each package of the index that all who ask for it are content with.
final class Resolution {
    private final PackageIndex index;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, Map<String, PackageIndex.Release>> releases = new LinkedHashMap<>();

    /// What is asked of a package.
    ///
    /// @param first who asked for it first
    private record Asked(PackageSpec.Hub first, List<String> versions, boolean prerelease) {}

    /// A package of which a version was chosen.
    record Chosen(String name, String version, PackageIndex.Release release) {}

    Resolution(PackageIndex index) {
        this.index = index;
    }

    /// Takes one more wish into account.
    void ask(PackageSpec.Hub spec) {
        asked.merge(
                spec.name(),
                new Asked(spec, spec.versions(), spec.prerelease()),
                (before, now) -> new Asked(
                        before.first(),
                        joined(before.versions(), now.versions()),
                        before.prerelease() || now.prerelease()));
    }

    /// The versions, those of packages that packages ask for among them.
    ///
    /// @throws ProblemException if a package is not there, or nothing suits all
    List<Chosen> resolve() {
        Map<String, Chosen> chosen = new TreeMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (String name : List.copyOf(asked.keySet())) {
                Chosen choice = choose(name);
                if (!choice.equals(chosen.put(name, choice))) {
                    more |= askFor(choice);
                }
            }
        }
        return List.copyOf(chosen.values());
    }

    /// The one version that a wish names, whatever it asks for in turn.
    ///
    /// @throws ProblemException if it is not there
    Chosen exactly(PackageSpec.Hub spec) {
        ask(spec);
        return choose(spec.name());
    }

    /// Whether something was asked that had not been.
    private boolean askFor(Chosen choice) {
        boolean more = false;
        for (Map.Entry<String, List<String>> need : choice.release().needs().entrySet()) {
            Asked before = asked.get(need.getKey());
            if (before == null || !before.versions().containsAll(need.getValue())) {
                Asked asker = asked.get(choice.name());
                if (asker != null) {
                    ask(new PackageSpec.Hub(
                            need.getKey(), need.getValue(), false, asker.first().place()));
                    more = true;
                }
            }
        }
        return more;
    }

    private Chosen choose(String name) {
        Asked wishes = asked.get(name);
        if (wishes == null) {
            throw new IllegalArgumentException("nobody asked for " + name);
        }
        Map<String, PackageIndex.Release> all = releases.computeIfAbsent(name, _ -> releases(name, wishes));
        List<VersionCondition> conditions = VersionCondition.parse(wishes.versions());
        if (conditions == null) {
            throw new ProblemException(Problem.wrong(
                            "'" + String.join(", ", wishes.versions()) + "' is no version of the package '" + name
                                    + "'",
                            wishes.first().place())
                    .advise("write a version, or conditions: [\">=1.0.0\", \"<2.0.0\"]"));
        }
        boolean exact =
                conditions.stream().anyMatch(condition -> condition.operator().equals("="));
        SemanticVersion best = null;
        String bestText = null;
        for (String text : all.keySet()) {
            SemanticVersion version = SemanticVersion.parse(text);
            if (version != null
                    && (version.isRelease() || wishes.prerelease() || exact)
                    && conditions.stream().allMatch(condition -> condition.holds(version))
                    && (best == null || version.compareTo(best) > 0)) {
                best = version;
                bestText = text;
            }
        }
        PackageIndex.Release release = bestText == null ? null : all.get(bestText);
        if (bestText == null || release == null) {
            throw new ProblemException(Problem.wrong(
                            "no version of the package '" + name + "' is " + conditions,
                            wishes.first().place())
                    .because("there are " + String.join(", ", all.keySet()))
                    .advise("ask for one of these"));
        }
        return new Chosen(name, bestText, release);
    }

    private Map<String, PackageIndex.Release> releases(String name, Asked wishes) {
        Map<String, PackageIndex.Release> all = index.releases(name);
        if (all == null) {
            throw new ProblemException(Problem.wrong(
                            "the index has no package '" + name + "'",
                            wishes.first().place())
                    .advise("look its name up at hub.getdbt.com"));
        }
        return all;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        other.stream().filter(each -> !both.contains(each)).forEach(both::add);
        return both;
    }
}
