package basin.model.macro;

import basin.jinja.Definitions;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Callable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The macros of a library over the names of one rendering, which remembers those that were called.
///
/// For one thread.
public final class BoundMacros implements Macros {
    private final MacroLibrary library;
    private final String packageName;
    private final Map<String, ? extends @Nullable Object> names;
    private final Map<ParsedFile, Definitions> files = new HashMap<>();
    private final Map<MacroDefinition, BoundMacro> bound = new HashMap<>();
    private final Map<String, Callable> replacements = new HashMap<>();
    private final Set<String> called = new LinkedHashSet<>();

    BoundMacros(MacroLibrary library, String packageName, Map<String, ? extends @Nullable Object> names) {
        this.library = library;
        this.packageName = packageName;
        this.names = names;
    }

    /// Puts a function in the place of a macro, as a unit test does.
    ///
    /// @param macro `is_incremental`, or `dbt_utils.star`
    public void replace(String macro, Callable function) {
        replacements.put(macro, function);
    }

    @Override
    public @Nullable Callable find(String name) {
        Callable replacement = replacements.get(name);
        return replacement == null ? bind(library.resolve(packageName, name)) : replacement;
    }

    @Override
    public @Nullable Callable find(String ofPackage, String name) {
        Callable replacement = replacements.isEmpty() ? null : replacements.get(ofPackage + "." + name);
        return replacement == null ? bind(library.find(ofPackage, name)) : replacement;
    }

    @Override
    public boolean hasPackage(String name) {
        return library.hasPackage(name);
    }

    @Override
    public Callable dispatch(String name, @Nullable String namespace) {
        MacroDefinition found = library.dispatch(packageName, name, namespace);
        if (found == null) {
            String hint = library.suggest("default__" + name);
            throw JinjaException.of("there is no macro '" + name + "' to dispatch to"
                    + (namespace == null ? "" : " in the namespace '" + namespace + "'")
                    + (hint == null ? "" : "; " + hint));
        }
        return callable(found);
    }

    /// A macro, whichever package it is from.
    public Callable callable(MacroDefinition macro) {
        return bound.computeIfAbsent(
                macro, _ -> new BoundMacro(this, macro, definitions(macro).callable(macro.definition())));
    }

    /// Unique ids of the macros that were called, in the order of their first calls.
    public Set<String> called() {
        return Collections.unmodifiableSet(called);
    }

    /// All names that [#find(String)] knows.
    public Set<String> names() {
        Set<String> all = new TreeSet<>(library.names(BuiltInMacros.PACKAGE));
        all.addAll(library.names(packageName));
        return all;
    }

    MacroLibrary library() {
        return library;
    }

    void note(MacroDefinition macro) {
        called.add(macro.uniqueId());
    }

    private @Nullable Callable bind(@Nullable MacroDefinition macro) {
        return macro == null ? null : callable(macro);
    }

    private Definitions definitions(MacroDefinition macro) {
        return files.computeIfAbsent(macro.parsed(), file -> file.template().bind(names));
    }
}
