package basin.model.graph;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Suggestion;
import basin.model.project.DbtProject;
import basin.model.properties.ProjectContents;
import basin.model.resource.GenericTest;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who may refer to whom: a private model only its group; a protected one only its package, where that restricts
/// access. Tests may refer to what they are declared on.
final class Access {
    private Access() {}

    /// What is wrong.
    ///
    /// @param resources linked, by unique id
    static List<Problem> check(ProjectContents contents, Map<String, Resource> resources) {
        Set<String> groups = contents.groups().stream().map(Resource::name).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        for (Resource resource : resources.values()) {
            if (resource instanceof Node node && node.kind() instanceof Model model && model.group() != null) {
                if (!groups.contains(model.group())) {
                    problems.add(Problem.wrong(
                                    "the model '%s' is of the group '%s', which is not there"
                                            .formatted(node.name(), model.group()),
                                    placeOf(node))
                            .advise(Suggestion.didYouMean(model.group(), groups)));
                }
            }
            for (String id : ProjectGraph.dependsOn(resource)) {
                if (resources.get(id) instanceof Node needed && needed.kind() instanceof Model model) {
                    String why = refusal(contents, resource, needed, model);
                    if (why != null) {
                        problems.add(Problem.wrong(
                                        "the %s '%s' may not refer to the model '%s'"
                                                .formatted(resource.type().word(), resource.name(), needed.name()),
                                        resource.identity().place())
                                .because(why)
                                .advise("refer to a model that is public, or change its 'access'"));
                    }
                }
            }
        }
        return problems;
    }

    private static @Nullable String refusal(ProjectContents contents, Resource resource, Node needed, Model model) {
        DbtProject owner = contents.tree().find(needed.packageName());
        boolean foreign = !resource.packageName().equals(needed.packageName());
        boolean restricted = foreign && owner != null && owner.restrictsAccess();
        return switch (model.access()) {
            case PUBLIC -> null;
            case PROTECTED -> restricted ? "it is protected: only its own package may" : null;
            case PRIVATE -> {
                String group = groupOf(resource, needed);
                boolean same = group != null && Objects.equals(group, model.group());
                yield same && !restricted ? null : "it is private: only the group '" + model.group() + "' may";
            }
        };
    }

    /// A test belongs to the group of what it is declared on.
    private static @Nullable String groupOf(Resource resource, Node needed) {
        if (!(resource instanceof Node node)) {
            return null;
        }
        return switch (node.kind()) {
            case Model model -> model.group();
            case GenericTest test
            when needed.uniqueId().equals(test.attached()) ->
                needed.kind() instanceof Model model ? model.group() : null;
            default -> node.config().text("group");
        };
    }

    private static Place placeOf(Node node) {
        Place.InFile described = node.documentation().place();
        return described == null ? node.identity().place() : described;
    }
}
