package basin.jinja.syntax;

import basin.jinja.syntax.Expression.Argument;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows all expressions of a tree, in the order in which they are written, inner ones after those around them.
public final class Walk {
    private final Consumer<Expression> visitor;

    private Walk(Consumer<Expression> visitor) {
        this.visitor = visitor;
    }

    public static void over(Tree tree, Consumer<Expression> visitor) {
        new Walk(visitor).statements(tree.body());
    }

    private void statements(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Text s -> {}
            case Statement.Break s -> {}
            case Statement.Continue s -> {}
            case Statement.Print s -> expression(s.value());
            case Statement.Do s -> expression(s.value());
            case Statement.If s -> {
                s.branches().forEach(branch -> {
                    expression(branch.condition());
                    statements(branch.body());
                });
                statements(s.otherwise());
            }
            case Statement.For s -> {
                expression(s.elements());
                expression(s.condition());
                statements(s.body());
                statements(s.otherwise());
            }
            case Statement.Assign s -> expression(s.value());
            case Statement.AssignBlock s -> {
                expression(s.filtered());
                statements(s.body());
            }
            case Statement.Definition s -> macro(s.macro());
            case Statement.CallBlock s -> {
                expression(s.call());
                macro(s.caller());
            }
            case Statement.FilterBlock s -> {
                expression(s.filtered());
                statements(s.body());
            }
            case Statement.With s -> {
                s.assignments().forEach(this::statement);
                statements(s.body());
            }
            case Statement.Import s -> expression(s.template());
            case Statement.FromImport s -> expression(s.template());
            case Statement.Include s -> expression(s.template());
            case Statement.Extends s -> expression(s.template());
            case Statement.Block s -> statements(s.body());
        }
    }

    private void macro(Macro macro) {
        macro.parameters().forEach(parameter -> expression(parameter.fallback()));
        macro.options().values().forEach(this::expression);
        statements(macro.body());
    }

    private void expressions(List<Expression> expressions) {
        expressions.forEach(this::expression);
    }

    private void arguments(List<Argument> arguments) {
        arguments.forEach(argument -> expression(argument.value()));
    }

    private void expression(@Nullable Expression expression) {
        if (expression == null) {
            return;
        }
        visitor.accept(expression);
        switch (expression) {
            case Expression.Literal e -> {}
            case Expression.Name e -> {}
            case Expression.Captured e -> {}
            case Expression.ListLiteral e -> expressions(e.elements());
            case Expression.TupleLiteral e -> expressions(e.elements());
            case Expression.DictLiteral e ->
                e.entries().forEach(entry -> {
                    expression(entry.key());
                    expression(entry.value());
                });
            case Expression.Attribute e -> expression(e.value());
            case Expression.Item e -> {
                expression(e.value());
                expression(e.key());
            }
            case Expression.Slice e -> {
                expression(e.value());
                expression(e.from());
                expression(e.to());
                expression(e.step());
            }
            case Expression.Call e -> {
                expression(e.function());
                arguments(e.arguments());
            }
            case Expression.Filter e -> {
                expression(e.input());
                arguments(e.arguments());
            }
            case Expression.Test e -> {
                expression(e.input());
                arguments(e.arguments());
            }
            case Expression.Not e -> expression(e.operand());
            case Expression.Sign e -> expression(e.operand());
            case Expression.And e -> expressions(List.of(e.left(), e.right()));
            case Expression.Or e -> expressions(List.of(e.left(), e.right()));
            case Expression.Arithmetic e -> expressions(List.of(e.left(), e.right()));
            case Expression.Concatenation e -> expressions(e.parts());
            case Expression.Comparison e -> {
                expression(e.first());
                e.rest().forEach(operand -> expression(operand.value()));
            }
            case Expression.Conditional e -> {
                expression(e.then());
                expression(e.condition());
                expression(e.otherwise());
            }
        }
    }
}
