package basin.jinja.syntax;

import org.jspecify.annotations.Nullable;

/// A parameter of a macro.
///
/// @param fallback its value where none is given; null where there has to be one
public record Parameter(String name, @Nullable Expression fallback) {}
