package basin.jinja.syntax;

import java.util.List;

/// A whole template.
///
/// @param macros the macros and own blocks at its top level, in order
/// @param blocks all `{% block %}`s, wherever they stand
public record Tree(Source source, List<Statement> body, List<Macro> macros, List<Statement.Block> blocks) {}
