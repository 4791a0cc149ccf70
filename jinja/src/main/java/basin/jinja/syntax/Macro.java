package basin.jinja.syntax;

import basin.jinja.error.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A named piece of a template with parameters: a macro, the body of a `call` block, or a block of one of the
/// environment's own tags.
///
/// @param tag `macro`, `call` or the name of the tag
/// @param options what a block of an own tag says beside its name: `, word` gives true, `, name=value` the expression
/// @param names all names that the body reads, also within macros it defines
/// @param span all of it in the source, tags included
/// @param inside its body in the source
public record Macro(
        Place at,
        String tag,
        String name,
        List<Parameter> parameters,
        Map<String, Expression> options,
        List<Statement> body,
        Set<String> names,
        Span span,
        Span inside) {

    /// A part of the source, by offsets; `end` is not part of it.
    public record Span(int start, int end) {}

    /// Whether it takes more positional arguments than it has parameters.
    public boolean takesMorePositional() {
        return names.contains("varargs");
    }

    /// Whether it takes keywords that it has no parameters for.
    public boolean takesMoreKeywords() {
        return names.contains("kwargs");
    }

    /// Whether it may be called by a `call` block.
    public boolean takesCaller() {
        return names.contains("caller");
    }
}
