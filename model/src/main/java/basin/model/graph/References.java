package basin.model.graph;

import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What names in `ref()` and `source()` mean.
///
/// A name without a package is looked for in the root project, then in the package whose code refers to it, then in all
/// others. A model with versions is found by its latest, unless a version is named.
public final class References {
    private final String rootPackage;
    private final Map<String, List<Node>> nodes = new HashMap<>();
    private final Map<String, List<Source>> sources = new HashMap<>();

    /// @param nodes those that cannot be referred to are left aside
    public References(String rootPackage, Collection<Node> nodes, Collection<Source> sources) {
        this.rootPackage = rootPackage;
        for (Node node : nodes) {
            if (node.isRefable()) {
                this.nodes.computeIfAbsent(node.name(), _ -> new ArrayList<>()).add(node);
            }
        }
        for (Source source : sources) {
            this.sources
                    .computeIfAbsent(source.sourceName() + "." + source.name(), _ -> new ArrayList<>())
                    .add(source);
        }
    }

    /// The node that a call of `ref()` means, or null if there is none.
    ///
    /// @param inPackage the first of two arguments; null if there is one
    /// @param version the version named; null if none is
    /// @param fromPackage whose code it is that refers to it
    public @Nullable Node node(@Nullable String inPackage, String name, @Nullable String version, String fromPackage) {
        List<Node> named = nodes.getOrDefault(name, List.of());
        return inOrder(named, node -> fits(node, version), inPackage, fromPackage);
    }

    /// The table that a call of `source()` means, or null if there is none.
    public @Nullable Source source(String source, String table, String fromPackage) {
        return inOrder(sources.getOrDefault(source + "." + table, List.of()), _ -> true, null, fromPackage);
    }

    /// The versions of a model of that name, empty if it has none.
    public Set<String> versions(String name) {
        Set<String> versions = new LinkedHashSet<>();
        for (Node node : nodes.getOrDefault(name, List.of())) {
            if (node.kind() instanceof Model model && model.version() != null) {
                versions.add(model.version());
            }
        }
        return versions;
    }

    /// All names that `ref()` understands.
    public Set<String> names() {
        return nodes.keySet();
    }

    /// All tables that `source()` understands, as `source.table`.
    public Set<String> tables() {
        return sources.keySet();
    }

    private static boolean fits(Node node, @Nullable String version) {
        String own = node.kind() instanceof Model model ? model.version() : null;
        if (version != null) {
            return Objects.equals(own, version);
        }
        return own == null || (node.kind() instanceof Model model && model.isLatestVersion());
    }

    private <T extends Resource> @Nullable T inOrder(
            List<T> named, Predicate<T> fits, @Nullable String inPackage, String fromPackage) {
        T ofOwnPackage = null;
        T elsewhere = null;
        for (T one : named) {
            if (!fits.test(one)) {
                continue;
            }
            if (inPackage != null) {
                if (one.packageName().equals(inPackage)) {
                    return one;
                }
            } else if (one.packageName().equals(rootPackage)) {
                return one;
            } else if (ofOwnPackage == null && one.packageName().equals(fromPackage)) {
                ofOwnPackage = one;
            } else if (elsewhere == null) {
                elsewhere = one;
            }
        }
        return ofOwnPackage != null ? ofOwnPackage : elsewhere;
    }
}
