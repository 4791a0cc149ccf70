package basin.model.selection;

import basin.model.graph.ProjectGraph;
import basin.model.resource.GenericTest;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import basin.model.resource.SingularTest;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds what a selection means in a graph.
///
/// For one thread.
public final class Selector {
    private final ProjectGraph graph;
    private final Methods methods;
    private final IndirectSelection indirect;

    /// What was selected, and tests that wait for the rest of their parents to be selected too.
    private record Found(Set<String> selected, Set<String> waiting) {
        Set<String> all() {
            Set<String> all = new LinkedHashSet<>(selected);
            all.addAll(waiting);
            return all;
        }
    }

    /// @param earlier what `state:`, `result:` and `source_status:` compare with; null if there is nothing
    /// @param indirect which tests come along where a criterion does not say
    public Selector(ProjectGraph graph, @Nullable EarlierState earlier, IndirectSelection indirect) {
        this.graph = graph;
        this.methods = new Methods(graph, earlier == null ? null : new StateComparison(graph, earlier));
        this.indirect = indirect;
    }

    /// The unique ids of what is selected, in the graph's order. Tests may be among them that were not asked for, but
    /// are of what was.
    ///
    /// @throws basin.core.problem.ProblemException if a criterion means nothing
    public Set<String> select(Selection selection) {
        Set<String> selected = find(selection).selected();
        Set<String> ordered = new LinkedHashSet<>();
        for (String id : graph.resources().keySet()) {
            if (selected.contains(id)) {
                ordered.add(id);
            }
        }
        return ordered;
    }

    /// The same, without resources of other types.
    public Set<String> select(Selection selection, Set<ResourceType> types) {
        Set<String> selected = select(selection);
        selected.removeIf(id -> {
            Resource resource = graph.find(id);
            return resource == null || !types.contains(resource.type());
        });
        return selected;
    }

    private Found find(Selection selection) {
        return switch (selection) {
            case Selection.Criterion criterion -> criterion(criterion);
            case Selection.Everything _ ->
                new Found(new LinkedHashSet<>(graph.resources().keySet()), Set.of());
            case Selection.Union union -> combined(union.parts(), (set, next) -> set.addAll(next));
            case Selection.Intersection intersection ->
                combined(intersection.parts(), (set, next) -> set.retainAll(next));
            case Selection.Difference difference ->
                combined(List.of(difference.included(), difference.excluded()), (set, next) -> set.removeAll(next));
        };
    }

    /// How a set takes the next one in.
    private interface Combination {
        boolean into(Set<String> set, Set<String> next);
    }

    private Found combined(List<Selection> parts, Combination combination) {
        Set<String> selected = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        boolean first = true;
        for (Selection part : parts) {
            Found found = find(part);
            if (first) {
                selected.addAll(found.selected());
                all.addAll(found.all());
            } else {
                combination.into(selected, found.selected());
                combination.into(all, found.all());
            }
            first = false;
        }
        Set<String> waiting = new LinkedHashSet<>(all);
        waiting.removeAll(selected);
        Set<String> complete = new LinkedHashSet<>(selected);
        complete.addAll(completeTests(selected, waiting, indirect));
        return new Found(complete, waiting);
    }

    /// Of some tests those all of whose parents are there.
    private Set<String> completeTests(Set<String> selected, Set<String> tests, IndirectSelection how) {
        Set<String> there = switch (how) {
            case CAUTIOUS -> selected;
            case BUILDABLE -> withParents(selected);
            case EAGER, EMPTY -> Set.of();
        };
        Set<String> complete = new LinkedHashSet<>();
        for (String id : tests) {
            if (!there.isEmpty() && there.containsAll(graph.parents(id))) {
                complete.add(id);
            }
        }
        return complete;
    }

    private Found criterion(Selection.Criterion criterion) {
        Set<String> selected = new LinkedHashSet<>(methods.find(criterion.method(), criterion.value()));
        Selection.Around around = criterion.around();
        Set<String> found = Set.copyOf(selected);
        if (around.childrensParents()) {
            Set<String> children = reach(found, graph::children, Selection.Around.ALL_STEPS);
            children.addAll(found);
            selected.addAll(children);
            selected.addAll(reach(children, graph::parents, Selection.Around.ALL_STEPS));
        }
        selected.addAll(reach(found, graph::parents, around.parents()));
        selected.addAll(reach(found, graph::children, around.children()));
        return withTests(selected, criterion.indirect() == null ? indirect : criterion.indirect());
    }

    private Found withTests(Set<String> selected, IndirectSelection how) {
        if (how == IndirectSelection.EMPTY) {
            return new Found(selected, Set.of());
        }
        Set<String> withTests = new LinkedHashSet<>(selected);
        Set<String> waiting = new LinkedHashSet<>();
        Set<String> buildable = how == IndirectSelection.BUILDABLE ? withParents(selected) : Set.of();
        for (String id : selected) {
            for (String child : graph.children(id)) {
                if (isTest(child)) {
                    boolean comes = switch (how) {
                        case EAGER -> true;
                        case CAUTIOUS -> selected.containsAll(graph.parents(child));
                        case BUILDABLE -> buildable.containsAll(graph.parents(child));
                        case EMPTY -> false;
                    };
                    if (comes) {
                        withTests.add(child);
                    } else {
                        waiting.add(child);
                    }
                }
            }
        }
        return new Found(withTests, waiting);
    }

    /// What is selected, all that it needs, and all sources.
    private Set<String> withParents(Set<String> selected) {
        Set<String> all = reach(selected, graph::parents, Selection.Around.ALL_STEPS);
        all.addAll(selected);
        graph.sources().stream().map(Source::uniqueId).forEach(all::add);
        return all;
    }

    private boolean isTest(String id) {
        return switch (graph.find(id)) {
            case Node node -> node.kind() instanceof GenericTest || node.kind() instanceof SingularTest;
            case UnitTest _ -> true;
            case null, default -> false;
        };
    }

    private static Set<String> reach(Set<String> starts, Function<String, Set<String>> next, OptionalInt steps) {
        return steps.isPresent() ? reach(starts, next, steps.getAsInt()) : new LinkedHashSet<>();
    }

    /// What can be reached in some steps, in no more than that.
    private static Set<String> reach(Set<String> starts, Function<String, Set<String>> next, int steps) {
        Map<String, Integer> distance = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(starts);
        starts.forEach(start -> distance.put(start, 0));
        Set<String> reached = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String id = open.poll();
            int far = distance.getOrDefault(id, 0);
            if (far < steps) {
                for (String neighbour : next.apply(id)) {
                    if (distance.putIfAbsent(neighbour, far + 1) == null) {
                        reached.add(neighbour);
                        open.add(neighbour);
                    }
                }
            }
        }
        return reached;
    }
}
