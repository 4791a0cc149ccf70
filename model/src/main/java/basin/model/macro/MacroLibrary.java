package basin.model.macro;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.jinja.error.JinjaException;
import basin.model.project.MacroFile;
import basin.model.project.ProjectTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All macros of a project, its packages and Basin, by package and name. Does not change; may be used by many
/// threads.
public final class MacroLibrary {
    private final ProjectTree tree;
    private final Map<String, Map<String, MacroDefinition>> packages = new LinkedHashMap<>();

    private MacroLibrary(ProjectTree tree) {
        this.tree = tree;
        packages.put(tree.root().name(), new LinkedHashMap<>());
        tree.packages().keySet().forEach(name -> packages.put(name, new LinkedHashMap<>()));
        Map<String, MacroDefinition> own = packages.computeIfAbsent(BuiltInMacros.PACKAGE, _ -> new LinkedHashMap<>());
        BuiltInMacros.files().forEach(file -> file.macros().forEach(macro -> own.put(macro.name(), macro)));
    }

    /// Reads all macros.
    ///
    /// @param files of the project and its packages
    /// @param readers keeps files that were read before
    /// @param problems where files that are no templates, and names that are there twice, are reported
    public static MacroLibrary read(
            ProjectTree tree, Collection<MacroFile> files, MacroFiles readers, Problems problems) {
        MacroLibrary library = new MacroLibrary(tree);
        readers.keep(files);
        for (MacroFile file : files) {
            try {
                readers.parse(file).macros().forEach(macro -> library.add(macro, problems));
            } catch (JinjaException mistake) {
                problems.add(TemplateProblem.of(mistake, new Place.InFile(file.shownAs()), 1));
            }
        }
        return library;
    }

    private void add(MacroDefinition macro, Problems problems) {
        MacroDefinition first = packages.computeIfAbsent(macro.packageName(), _ -> new LinkedHashMap<>())
                .putIfAbsent(macro.name(), macro);
        if (first != null && !macro.packageName().equals(BuiltInMacros.PACKAGE)) {
            problems.add(Problem.wrong("there are two macros '" + macro.name() + "'", place(macro))
                    .because("the other is at " + place(first))
                    .advise("rename or remove one"));
        }
    }

    /// All macros, Basin's own among them.
    public List<MacroDefinition> all() {
        List<MacroDefinition> all = new ArrayList<>();
        packages.values().forEach(macros -> all.addAll(macros.values()));
        return all;
    }

    /// The macro of a package; null if there is no such package or macro.
    public @Nullable MacroDefinition find(String packageName, String name) {
        Map<String, MacroDefinition> macros = packages.get(packageName);
        return macros == null ? null : macros.get(name);
    }

    /// The macro that a name means in a template: that of the template's own package, else of the root project,
    /// else Basin's own.
    ///
    /// @param packageName where the template is
    public @Nullable MacroDefinition resolve(String packageName, String name) {
        MacroDefinition found = find(packageName, name);
        if (found == null) {
            found = find(tree.root().name(), name);
        }
        return found == null ? find(BuiltInMacros.PACKAGE, name) : found;
    }

    /// The materialization of that name for the target's database, or else the one for all databases. The root
    /// project goes first, then Basin, then packages; those go before Basin where the project's flag
    /// `require_explicit_package_overrides_for_builtin_materializations` is off.
    ///
    /// @return null if there is none
    public @Nullable MacroDefinition materialization(String name) {
        List<String> order = new ArrayList<>(List.of(tree.root().name()));
        List<String> others = new ArrayList<>(packages.keySet());
        others.remove(tree.root().name());
        others.remove(BuiltInMacros.PACKAGE);
        boolean packagesFirst = Boolean.FALSE.equals(
                tree.root().flags().get("require_explicit_package_overrides_for_builtin_materializations"));
        order.addAll(packagesFirst ? others : List.of(BuiltInMacros.PACKAGE));
        order.addAll(packagesFirst ? List.of(BuiltInMacros.PACKAGE) : others);
        for (String packageName : order) {
            for (String database : List.of(tree.target().type(), "default")) {
                MacroDefinition found = find(packageName, "materialization_" + name + "_" + database);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// The macro that a call through `adapter.dispatch` ends at; null if there is none.
    ///
    /// @param packageName where the template is
    /// @param namespace null, or what is no package and has no search order, for the names that the template sees
    ///                  anyway
    public @Nullable MacroDefinition dispatch(String packageName, String name, @Nullable String namespace) {
        List<String> prefixed = List.of(tree.target().type() + "__" + name, "default__" + name);
        if (namespace == null || !(hasPackage(namespace) || tree.hasSearchOrder(namespace))) {
            for (String candidate : prefixed) {
                MacroDefinition found = resolve(packageName, candidate);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        for (String searched : tree.searchOrder(namespace)) {
            for (String candidate : prefixed) {
                MacroDefinition found = find(searched, candidate);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// Whether a package, the root project or `dbt` has that name.
    public boolean hasPackage(String name) {
        return packages.containsKey(name);
    }

    /// The macros over the names of one rendering.
    ///
    /// @param packageName where the template is
    public BoundMacros bind(String packageName, Map<String, ? extends @Nullable Object> names) {
        return new BoundMacros(this, packageName, names);
    }

    /// The known name of a macro nearest to a wrong one, as a question; null if none is near.
    public @Nullable String suggest(String wrong) {
        TreeSet<String> names = new TreeSet<>();
        packages.values().forEach(macros -> names.addAll(macros.keySet()));
        return Suggestion.didYouMean(wrong, names);
    }

    /// The names of a package's macros.
    Collection<String> names(String packageName) {
        Map<String, MacroDefinition> macros = packages.get(packageName);
        return macros == null ? List.of() : macros.keySet();
    }

    private static Place place(MacroDefinition macro) {
        basin.jinja.error.Place at = macro.definition().place();
        return new Place.InFile(macro.file().shownAs(), at.line(), at.column());
    }
}
