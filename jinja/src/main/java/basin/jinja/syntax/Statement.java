package basin.jinja.syntax;

import basin.jinja.error.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a template that does something.
public sealed interface Statement {
    record Text(String text) implements Statement {}

    /// `{{ value }}`
    record Print(Expression value) implements Statement {}

    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {}

    record Branch(Expression condition, List<Statement> body) {}

    /// @param condition which elements take part; null for all
    /// @param usesLoop whether anything in the body names `loop`
    record For(
            Place at,
            Target target,
            Expression elements,
            @Nullable Expression condition,
            List<Statement> body,
            List<Statement> otherwise,
            boolean recursive,
            boolean usesLoop)
            implements Statement {}

    record Break() implements Statement {}

    record Continue() implements Statement {}

    record Assign(Place at, Target target, Expression value) implements Statement {}

    /// `{% set target | filter %}body{% endset %}`
    record AssignBlock(Place at, Target target, Expression filtered, List<Statement> body) implements Statement {}

    /// A macro, or a block of one of the environment's own tags, which does nothing where it stands.
    record Definition(Macro macro) implements Statement {}

    /// `{% call(arguments) call %}body{% endcall %}`
    record CallBlock(Expression.Call call, Macro caller) implements Statement {}

    record FilterBlock(Expression filtered, List<Statement> body) implements Statement {}

    record With(List<Assign> assignments, List<Statement> body) implements Statement {}

    record Do(Expression value) implements Statement {}

    /// `{% import template as name %}`
    record Import(Place at, Expression template, String name, boolean withContext) implements Statement {}

    /// `{% from template import names %}`
    record FromImport(Place at, Expression template, List<ImportedName> names, boolean withContext)
            implements Statement {}

    record ImportedName(String name, String alias) {}

    record Include(Place at, Expression template, boolean ignoreMissing, boolean withContext) implements Statement {}

    record Extends(Place at, Expression template) implements Statement {}

    /// `{% block name %}`
    record Block(Place at, String name, boolean scoped, boolean required, List<Statement> body) implements Statement {}
}
