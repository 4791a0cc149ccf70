package basin.model.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A macro: `{% macro %}`, `{% test %}`, `{% materialization %}` or `{% data_test %}`.
///
/// @param sql its text, from the opening to the closing tag
/// @param macros unique ids of the macros that it calls
/// @param languages those a materialisation supports; empty for other macros
/// @param patchPath the YAML file that describes it, in the form `shop://macros/macros.yml`; null if none does
public record Macro(
        Identity identity,
        String sql,
        Set<String> macros,
        String description,
        List<Argument> arguments,
        Map<String, @Nullable Object> meta,
        boolean show,
        List<String> languages,
        @Nullable String patchPath)
        implements Resource {

    /// An argument as YAML describes it.
    ///
    /// @param type null if it is not said
    public record Argument(String name, @Nullable String type, String description) {}
}
