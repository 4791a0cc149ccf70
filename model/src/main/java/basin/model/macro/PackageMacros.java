package basin.model.macro;

import basin.core.problem.Suggestion;
import basin.jinja.value.Absent;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Undefined;
import basin.jinja.value.UndefinedPolicy;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The macros of one package, as in `dbt_utils.star()`.
///
/// @param name of the package
/// @param macros of the rendering
public record PackageMacros(String name, BoundMacros macros) implements HasAttributes, MappingLike {
    @Override
    public @Nullable Object attribute(String macro) {
        Object found = item(macro);
        if (found != Absent.ABSENT) {
            return found;
        }
        String hint = Suggestion.didYouMean(macro, keys());
        return Undefined.because(
                UndefinedPolicy.LENIENT,
                "the package '" + name + "' has no macro '" + macro + "'" + (hint == null ? "" : "; " + hint));
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        Callable found = key instanceof String macro ? macros.find(name, macro) : null;
        return found == null ? Absent.ABSENT : found;
    }

    @Override
    public Collection<String> keys() {
        return macros.library().names(name);
    }

    @Override
    public String toString() {
        return "<package " + name + ">";
    }
}
