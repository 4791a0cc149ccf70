package basin.model.properties;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Suggestion;
import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.resource.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What all properties files of all projects say of resources, found by section and name.
final class Descriptions {
    /// The word for one item of a section.
    private static final Map<String, String> SECTIONS = Map.of(
            "models", "model",
            "seeds", "seed",
            "snapshots", "snapshot",
            "analyses", "analysis",
            "data_tests", "singular test");

    private final Map<String, List<Description>> byNameAndSection = new LinkedHashMap<>();

    /// Of versioned models: by the name of the SQL file that may hold a version.
    private final Map<String, VersionOf> versions = new LinkedHashMap<>();

    private final Set<Description> used = new HashSet<>();

    /// A version of a model.
    ///
    /// @param version the item of `versions` that declares it
    record VersionOf(Description model, Mapping version, String number) {}

    /// Takes what a file says.
    void read(PropertiesFile file) {
        for (String section : SECTIONS.keySet()) {
            for (Mapping item : file.content().mappings(section)) {
                String name = item.required("name", "a " + SECTIONS.get(section));
                if (name != null) {
                    add(new Description(section, name, item, file));
                }
            }
        }
    }

    private void add(Description description) {
        List<Description> same = byNameAndSection.computeIfAbsent(
                key(description.section(), description.name()), _ -> new ArrayList<>());
        same.stream()
                .filter(other ->
                        other.project().name().equals(description.project().name()))
                .findFirst()
                .ifPresent(first -> description
                        .content()
                        .findings()
                        .mistakes()
                        .add(Problem.wrong(
                                        "the %s '%s' is described twice"
                                                .formatted(SECTIONS.get(description.section()), description.name()),
                                        description.content().place())
                                .because("it is first described at "
                                        + first.content().place())
                                .advise("put both into one")));
        same.add(description);
        if (description.section().equals("models")) {
            addVersions(description);
        }
    }

    private void addVersions(Description description) {
        for (Mapping version : description.content().mappings("versions")) {
            String number = version.required("v", "a version");
            if (number != null) {
                String file = version.text("defined_in", description.name() + "_v" + number);
                String packageName = description.project().name();
                VersionOf of = new VersionOf(description, version, number);
                if (versions.putIfAbsent(packageName + "." + file, of) != null) {
                    description
                            .content()
                            .findings()
                            .mistake(
                                    "the version '" + number + "' is declared twice",
                                    version.place(),
                                    "give each a 'v' of its own");
                }
                if (number.equals(latestVersion(description))) {
                    versions.putIfAbsent(packageName + "." + description.name(), of);
                }
            }
        }
    }

    /// The version that is meant where none is named: `latest_version`, or else the highest.
    static @Nullable String latestVersion(Description model) {
        String declared = model.content().text("latest_version");
        if (declared != null) {
            return declared;
        }
        String highest = null;
        for (Mapping version : model.content().mappings("versions")) {
            String number = version.text("v");
            if (number != null && (highest == null || Model.compareVersions(number, highest) > 0)) {
                highest = number;
            }
        }
        return highest;
    }

    /// The version that an SQL file holds; null if it holds none.
    @Nullable
    VersionOf version(String packageName, String file) {
        return versions.get(packageName + "." + file);
    }

    /// What describes a resource: its own package's files, or else another's; null if nothing does.
    @Nullable
    Description find(String section, String packageName, String name) {
        List<Description> found = byNameAndSection.getOrDefault(key(section, name), List.of());
        return found.stream()
                .filter(description -> description.project().name().equals(packageName))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst());
    }

    /// Notes that a description found what it describes.
    void markUsed(Description description) {
        used.add(description);
    }

    /// Remarks on descriptions of what there is not.
    ///
    /// @param names of all resources, by section
    void remarkUnused(Map<String, ? extends Set<String>> names, Findings findings) {
        byNameAndSection
                .values()
                .forEach(same -> same.forEach(description -> {
                    if (!used.contains(description)) {
                        Place.InFile place = description.content().place("name");
                        findings.remark(
                                "there is no %s '%s'"
                                        .formatted(SECTIONS.get(description.section()), description.name()),
                                place,
                                Suggestion.didYouMean(
                                        description.name(),
                                        names.containsKey(description.section())
                                                ? names.get(description.section())
                                                : Set.of()));
                    }
                }));
    }

    private static String key(String section, String name) {
        return section + "." + name;
    }
}
