package basin.model.graph;

import basin.core.problem.Place;
import basin.model.document.Findings;
import basin.model.project.DbtProject;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Configuration in the root project's `dbt_project.yml` that is about nothing: for the most part a folder that was
/// renamed.
final class UnusedConfig {
    private static final Map<String, Set<ResourceType>> SECTIONS = Map.of(
            "models", Set.of(ResourceType.MODEL),
            "seeds", Set.of(ResourceType.SEED),
            "snapshots", Set.of(ResourceType.SNAPSHOT),
            "sources", Set.of(ResourceType.SOURCE),
            "data_tests", Set.of(ResourceType.TEST),
            "unit_tests", Set.of(ResourceType.UNIT_TEST));

    private UnusedConfig() {}

    /// Remarks on each path that leads to no resource.
    ///
    /// @param resources all there are, those that are switched off among them
    static void tell(DbtProject project, Collection<? extends Resource> resources, Findings findings) {
        project.trees().forEach((section, tree) -> {
            Set<ResourceType> types = SECTIONS.get(section);
            if (types == null) {
                return;
            }
            Set<List<String>> used = new HashSet<>();
            resources.stream()
                    .filter(resource -> types.contains(resource.type()))
                    .map(resource -> resource.identity().fqn())
                    .forEach(fqn -> {
                        for (int depth = 0; depth <= fqn.size(); depth++) {
                            used.add(fqn.subList(0, depth));
                        }
                    });
            for (List<String> path : tree.paths()) {
                if (!path.isEmpty() && !used.contains(path)) {
                    findings.remark(
                            "'" + section + "." + String.join(".", path) + "' configures nothing that is there",
                            new Place.InFile(project.shownAs().resolve(DbtProject.FILE)),
                            "name folders and resources below the name of their project, or remove it");
                }
            }
        });
    }
}
