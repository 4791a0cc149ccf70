package basin.model.selection;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.model.config.Config;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Exposure;
import basin.model.resource.GenericTest;
import basin.model.resource.Metric;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import basin.model.resource.SingularTest;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The methods by which a criterion finds resources.
final class Methods {
    /// Their names.
    static final List<String> NAMES = List.of(
            "fqn",
            "tag",
            "path",
            "file",
            "source",
            "exposure",
            "metric",
            "semantic_model",
            "saved_query",
            "unit_test",
            "package",
            "config",
            "test_name",
            "test_type",
            "resource_type",
            "group",
            "access",
            "version",
            "state",
            "result",
            "source_status",
            "selector");

    private final ProjectGraph graph;
    private final @Nullable StateComparison state;

    Methods(ProjectGraph graph, @Nullable StateComparison state) {
        this.graph = graph;
        this.state = state;
    }

    /// The unique ids of what a criterion finds, nothing around it.
    ///
    /// @throws basin.core.problem.ProblemException if the value means nothing to the method
    Set<String> find(Selection.Method method, String value) {
        Predicate<Resource> fits = predicate(method, value);
        Set<String> found = new LinkedHashSet<>();
        graph.resources().forEach((id, resource) -> {
            if (fits.test(resource)) {
                found.add(id);
            }
        });
        return found;
    }

    private Predicate<Resource> predicate(Selection.Method method, String value) {
        return switch (method.name()) {
            case "fqn" -> {
                NameMatch name = new NameMatch(value);
                yield resource -> !(resource instanceof Source) && name.fits(resource);
            }
            case "tag" -> {
                Glob glob = Glob.ofName(value);
                yield resource -> tags(resource).stream().anyMatch(glob::matches);
            }
            case "path" -> path(value);
            case "file" -> file(value);
            case "source" -> source(value);
            case "exposure" -> named(value, Exposure.class);
            case "metric" -> named(value, Metric.class);
            case "semantic_model" -> named(value, SemanticModel.class);
            case "saved_query" -> named(value, SavedQuery.class);
            case "unit_test" -> named(value, UnitTest.class);
            case "package" -> {
                Glob glob =
                        Glob.ofName(value.equals("this") ? graph.tree().root().name() : value);
                yield resource -> glob.matches(resource.packageName());
            }
            case "config" -> config(method.arguments(), value);
            case "test_name" -> testName(value);
            case "test_type" -> testType(value);
            case "resource_type" -> resourceType(value);
            case "group" -> {
                Glob glob = Glob.ofName(value);
                yield resource -> glob.matches(config(resource).text("group", ""));
            }
            case "access" -> access(value);
            case "version" -> version(value);
            case "state" -> state(method, value);
            case "result" -> requireState().result(value);
            case "source_status" -> requireState().sourceStatus(value);
            default -> throw new IllegalArgumentException("no method " + method.name());
        };
    }

    private static Predicate<Resource> path(String value) {
        String folder = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        String glob = folder.startsWith("./") ? folder.substring(2) : folder;
        Glob whole = Glob.ofPath(glob);
        Glob below = Glob.ofPath(glob + "/**");
        return resource -> {
            String path = resource.identity().originalPath();
            String patch = patchPath(resource);
            return whole.matches(path) || below.matches(path) || (patch != null && whole.matches(patch));
        };
    }

    private static @Nullable String patchPath(Resource resource) {
        String patch = switch (resource) {
            case Node node -> node.documentation().patchPath();
            case Source source -> source.documentation().patchPath();
            default -> null;
        };
        return patch == null ? null : patch.substring(patch.indexOf("://") + 3);
    }

    private static Predicate<Resource> file(String value) {
        Glob glob = Glob.ofName(value);
        return resource -> {
            String path = resource.identity().originalPath();
            String name = path.substring(path.lastIndexOf('/') + 1);
            int dot = name.lastIndexOf('.');
            return glob.matches(name) || glob.matches(dot > 0 ? name.substring(0, dot) : name);
        };
    }

    private static Predicate<Resource> source(String value) {
        List<String> parts = Arrays.asList(value.split("\\."));
        if (parts.size() > 3) {
            throw SelectionParser.refuse(
                    "'" + value + "' is no source", Place.NOWHERE, "write source:name, or source:name.table");
        }
        Glob packageName = Glob.ofName(parts.size() == 3 ? parts.getFirst() : "*");
        Glob source = Glob.ofName(parts.size() == 3 ? parts.get(1) : parts.getFirst());
        Glob table = Glob.ofName(parts.size() == 1 ? "*" : parts.getLast());
        return resource -> resource instanceof Source found
                && packageName.matches(found.packageName())
                && source.matches(found.sourceName())
                && table.matches(found.name());
    }

    private static Predicate<Resource> named(String value, Class<? extends Resource> type) {
        int dot = value.indexOf('.');
        Glob packageName = Glob.ofName(dot < 0 ? "*" : value.substring(0, dot));
        Glob name = Glob.ofName(value.substring(dot + 1));
        return resource -> type.isInstance(resource)
                && packageName.matches(resource.packageName())
                && name.matches(resource.name());
    }

    private static Predicate<Resource> config(List<String> path, String value) {
        boolean anyCase = path.equals(List.of("severity"));
        return resource -> {
            if (!(resource instanceof Node) && !(resource instanceof Source)) {
                return false;
            }
            Object found = resource instanceof Node node && path.equals(List.of("materialized"))
                    ? node.materialized()
                    : descend(config(resource), path);
            if (found == null && path.equals(List.of("enabled"))) {
                found = true;
            }
            Collection<?> values =
                    found instanceof Collection<?> many ? many : found == null ? List.of() : List.of(found);
            return values.stream()
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .anyMatch(
                            text -> text.equals(value) || ((anyCase || isTruth(text)) && text.equalsIgnoreCase(value)));
        };
    }

    private static boolean isTruth(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static @Nullable Object descend(Config config, List<String> path) {
        Object value = config.values();
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    private static Predicate<Resource> testName(String value) {
        Glob glob = Glob.ofName(value);
        return resource -> switch (resource) {
            case Node node -> node.kind() instanceof GenericTest test && glob.matches(test.test());
            case UnitTest test -> glob.matches(test.name());
            default -> false;
        };
    }

    private static Predicate<Resource> testType(String value) {
        return switch (value) {
            case "generic", "schema" -> resource -> resource instanceof Node node && node.kind() instanceof GenericTest;
            case "singular" -> resource -> resource instanceof Node node && node.kind() instanceof SingularTest;
            case "data" ->
                resource -> resource instanceof Node node
                        && (node.kind() instanceof GenericTest || node.kind() instanceof SingularTest);
            case "unit" -> resource -> resource instanceof UnitTest;
            default -> throw unknown("type of test", value, List.of("generic", "singular", "data", "unit"));
        };
    }

    private static Predicate<Resource> resourceType(String value) {
        List<String> words =
                Arrays.stream(ResourceType.values()).map(ResourceType::word).toList();
        if (!words.contains(value)) {
            throw unknown("type of resource", value, words);
        }
        return resource -> resource.type().word().equals(value);
    }

    private static Predicate<Resource> access(String value) {
        List<String> words =
                Arrays.stream(Model.Access.values()).map(Model.Access::word).toList();
        if (!words.contains(value)) {
            throw unknown("access", value, words);
        }
        return resource -> resource instanceof Node node
                && node.kind() instanceof Model model
                && model.access().word().equals(value);
    }

    private static Predicate<Resource> version(String value) {
        Predicate<Model> fits = switch (value) {
            case "latest" -> Model::isLatestVersion;
            case "prerelease" -> model -> model.isLaterThanLatest();
            case "old" -> model -> model.isEarlierThanLatest();
            case "none" -> model -> model.version() == null;
            default -> throw unknown("version", value, List.of("latest", "prerelease", "old", "none"));
        };
        return resource -> resource instanceof Node node && node.kind() instanceof Model model && fits.test(model);
    }

    private Predicate<Resource> state(Selection.Method method, String value) {
        String written = method.arguments().isEmpty() ? value : String.join(".", method.arguments()) + "." + value;
        StateComparison comparison = requireState();
        if (!StateComparison.WORDS.contains(written)) {
            throw unknown("state", written, StateComparison.WORDS);
        }
        return comparison.state(written);
    }

    private StateComparison requireState() {
        if (state == null) {
            throw SelectionParser.refuse(
                    "there is no earlier state to compare with",
                    Place.NOWHERE,
                    "name the folder of its artifacts with --state");
        }
        return state;
    }

    private static ProblemException unknown(String what, String value, List<String> good) {
        return SelectionParser.refuse(
                "unknown %s '%s'; one of %s".formatted(what, value, String.join(", ", good)),
                Place.NOWHERE,
                Suggestion.didYouMean(value.toLowerCase(Locale.ROOT), good));
    }

    private static List<String> tags(Resource resource) {
        return config(resource).texts("tags");
    }

    private static Config config(Resource resource) {
        return switch (resource) {
            case Node node -> node.config();
            case Source source -> source.config();
            case Exposure exposure -> exposure.config();
            case Metric metric -> metric.config();
            case SemanticModel model -> model.config();
            case SavedQuery query -> query.config();
            case UnitTest test -> test.config();
            default -> Config.EMPTY;
        };
    }
}
