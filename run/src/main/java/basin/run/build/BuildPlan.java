package basin.run.build;

import basin.model.graph.ProjectGraph;
import basin.model.resource.Analysis;
import basin.model.resource.GenericTest;
import basin.model.resource.Hook;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import basin.model.resource.Seed;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import basin.model.resource.UnitTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a build does, in an order in which each step comes behind those it waits for.
///
/// Ephemeral models have no step of their own: they are part of those that refer to them. Where tests are run with
/// what they test, whatever refers to a table waits for the tests on it, and is not run where one of them fails.
/// Unit tests come before their model.
public record BuildPlan(List<Step> steps) {
    public BuildPlan {
        steps = List.copyOf(steps);
    }

    /// Plans what was selected.
    ///
    /// @param selected unique ids; those that nothing can be run of are left out
    /// @param types what the command runs
    public static BuildPlan of(ProjectGraph graph, Set<String> selected, Set<ResourceType> types) {
        return new Planning(graph, selected, types).plan();
    }

    /// The work on one plan.
    private static final class Planning {
        private final ProjectGraph graph;
        private final Map<String, Resource> chosen = new LinkedHashMap<>();
        private final Map<String, Set<String>> nearest = new HashMap<>();
        private final Map<String, Set<String>> all = new HashMap<>();

        Planning(ProjectGraph graph, Set<String> selected, Set<ResourceType> types) {
            this.graph = graph;
            for (String id : graph.inOrder()) {
                Resource resource = graph.find(id);
                if (resource != null && selected.contains(id) && types.contains(resource.type()) && runs(resource)) {
                    chosen.put(id, resource);
                }
            }
        }

        private static boolean runs(Resource resource) {
            return switch (resource) {
                case UnitTest _ -> true;
                case Node node ->
                    switch (node.kind()) {
                        case Model _ -> !node.isEphemeral();
                        case Seed _, Snapshot _, SingularTest _, GenericTest _ -> true;
                        case Analysis _, Hook _ -> false;
                    };
                default -> false;
            };
        }

        BuildPlan plan() {
            Map<String, Set<String>> waits = new LinkedHashMap<>();
            chosen.keySet().forEach(id -> waits.put(id, new LinkedHashSet<>(before(id))));
            chosen.values().stream().filter(Planning::isTest).forEach(test -> gate(test, waits));
            return new BuildPlan(ordered(waits));
        }

        /// The chosen steps that a resource comes behind, with nothing chosen in between.
        private Set<String> before(String id) {
            Set<String> known = nearest.get(id);
            if (known != null) {
                return known;
            }
            Set<String> before = new LinkedHashSet<>();
            for (String parent : graph.parents(id)) {
                if (chosen.containsKey(parent)) {
                    before.add(parent);
                } else {
                    before.addAll(before(parent));
                }
            }
            nearest.put(id, before);
            return before;
        }

        /// Has what comes behind all that a test is on wait for the test: the first steps that do, since others come
        /// behind these. What comes behind a part of it can not wait, as the test may wait for it in turn.
        private void gate(Resource test, Map<String, Set<String>> waits) {
            if (test instanceof UnitTest unit) {
                Set<String> model = waits.get(String.valueOf(unit.testedNode()));
                if (model != null) {
                    model.add(test.uniqueId());
                    waits.put(test.uniqueId(), inputsOnly(unit));
                }
                return;
            }
            Set<String> tested = before(test.uniqueId());
            if (tested.isEmpty()) {
                return;
            }
            for (Map.Entry<String, Set<String>> later : waits.entrySet()) {
                String id = later.getKey();
                if (!isTest(chosen.get(id))
                        && ancestors(id).containsAll(tested)
                        && before(id).stream().noneMatch(each -> ancestors(each).containsAll(tested))) {
                    later.getValue().add(test.uniqueId());
                }
            }
        }

        private Set<String> inputsOnly(UnitTest test) {
            Set<String> inputs = new LinkedHashSet<>();
            if (test.testedNode() != null) {
                inputs.addAll(before(test.testedNode()));
            }
            return inputs;
        }

        /// All chosen steps that a resource comes behind.
        private Set<String> ancestors(String id) {
            Set<String> known = all.get(id);
            if (known != null) {
                return known;
            }
            Set<String> found = new HashSet<>();
            for (String parent : before(id)) {
                found.add(parent);
                found.addAll(ancestors(parent));
            }
            all.put(id, found);
            return found;
        }

        private static boolean isTest(@Nullable Resource resource) {
            return resource instanceof UnitTest
                    || (resource instanceof Node node
                            && (node.kind() instanceof GenericTest || node.kind() instanceof SingularTest));
        }

        /// The steps, each behind those it waits for.
        private List<Step> ordered(Map<String, Set<String>> waits) {
            List<Step> steps = new ArrayList<>();
            Set<String> placed = new LinkedHashSet<>();
            List<String> left = new ArrayList<>(chosen.keySet());
            while (!left.isEmpty()) {
                List<String> later = new ArrayList<>();
                for (String id : left) {
                    Set<String> after = waits.getOrDefault(id, Set.of());
                    Resource resource = chosen.get(id);
                    if (resource != null && placed.containsAll(after)) {
                        steps.add(new Step(resource, after));
                        placed.add(id);
                    } else {
                        later.add(id);
                    }
                }
                if (later.size() == left.size()) {
                    throw new IllegalStateException("steps wait for each other: " + later);
                }
                left = later;
            }
            return steps;
        }
    }
}
