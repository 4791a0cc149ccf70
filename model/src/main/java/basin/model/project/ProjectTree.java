package basin.model.project;

import basin.core.settings.Environment;
import basin.model.document.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A root project with the packages it uses, what it runs against, and the variables it was given.
///
/// @param packages by name; the root project is not among them
/// @param cliVars the variables of `--vars`
/// @param environment the variables that `env_var` sees
public record ProjectTree(
        DbtProject root,
        Map<String, DbtProject> packages,
        Target target,
        Map<String, @Nullable Object> cliVars,
        Environment environment) {

    /// Reads a project, its profile and its packages, but none of their resources.
    ///
    /// @param findings takes what is wrong
    /// @return null if the root project or its profile is wrong, which is then a mistake
    public static @Nullable ProjectTree read(ProjectOptions options, Findings findings) {
        return new ProjectReader(options, findings).read();
    }

    /// The root project, and then its packages.
    public List<DbtProject> all() {
        List<DbtProject> all = new ArrayList<>();
        all.add(root);
        all.addAll(packages.values());
        return all;
    }

    /// The project of that name: the root, or a package; null if there is none.
    public @Nullable DbtProject find(String name) {
        return name.equals(root.name()) ? root : packages.get(name);
    }

    /// The variables that code of a package sees, by name. The command line wins over the root project, which wins
    /// over the package; in each of both, what stands under the package's name wins over what stands beside it.
    public Map<String, @Nullable Object> vars(String packageName) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        DbtProject own = packages.get(packageName);
        if (own != null) {
            layVars(own, packageName, seen);
        }
        layVars(root, packageName, seen);
        seen.putAll(cliVars);
        return seen;
    }

    /// Where macros of a namespace are looked for: what the root project's `dispatch` says, otherwise the root
    /// project and then the namespace.
    public List<String> searchOrder(String namespace) {
        return root.dispatch().stream()
                .filter(rule -> rule.namespace().equals(namespace))
                .map(DbtProject.Dispatch::searchOrder)
                .findFirst()
                .orElseGet(() -> namespace.equals(root.name()) ? List.of(namespace) : List.of(root.name(), namespace));
    }

    /// Whether the root project's `dispatch` says where macros of a namespace are looked for.
    public boolean hasSearchOrder(String namespace) {
        return root.dispatch().stream().anyMatch(rule -> rule.namespace().equals(namespace));
    }

    private static void layVars(DbtProject project, String packageName, Map<String, @Nullable Object> seen) {
        seen.putAll(project.vars());
        if (project.vars().get(packageName) instanceof Map<?, ?> scoped) {
            scoped.forEach((name, value) -> seen.put(String.valueOf(name), value));
        }
    }
}
