package basin.jinja.syntax;

import basin.jinja.error.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a template that has a value.
public sealed interface Expression {
    /// Where it stands.
    Place at();

    /// A constant: null for `none`, a Boolean, Long, BigInteger, Double or String.
    record Literal(Place at, @Nullable Object value) implements Expression {}

    /// A variable.
    record Name(Place at, String name) implements Expression {}

    record ListLiteral(Place at, List<Expression> elements) implements Expression {}

    record TupleLiteral(Place at, List<Expression> elements) implements Expression {}

    record DictLiteral(Place at, List<Entry> entries) implements Expression {}

    /// One `key: value`.
    record Entry(Expression key, Expression value) {}

    /// `value.name`
    record Attribute(Place at, Expression value, String name) implements Expression {}

    /// `value[key]`
    record Item(Place at, Expression value, Expression key) implements Expression {}

    /// `value[from:to:step]`
    record Slice(
            Place at,
            Expression value,
            @Nullable Expression from,
            @Nullable Expression to,
            @Nullable Expression step) implements Expression {}

    /// `function(arguments)`
    record Call(Place at, Expression function, List<Argument> arguments) implements Expression {}

    /// One argument of a call, as it is written.
    sealed interface Argument {
        Expression value();

        record Positional(Expression value) implements Argument {}

        record Keyword(String name, Expression value) implements Argument {}

        /// `*value`
        record Spread(Expression value) implements Argument {}

        /// `**value`
        record KeywordSpread(Expression value) implements Argument {}
    }

    /// `input|name(arguments)`
    record Filter(Place at, Expression input, String name, List<Argument> arguments) implements Expression {}

    /// What a `{% filter %}` or filtered `{% set %}` block has captured: the innermost input of its filters.
    record Captured(Place at) implements Expression {}

    /// `input is name(arguments)`
    record Test(Place at, Expression input, String name, List<Argument> arguments) implements Expression {}

    record Not(Place at, Expression operand) implements Expression {}

    record Sign(Place at, boolean negative, Expression operand) implements Expression {}

    record And(Place at, Expression left, Expression right) implements Expression {}

    record Or(Place at, Expression left, Expression right) implements Expression {}

    record Arithmetic(Place at, ArithmeticOperator operator, Expression left, Expression right) implements Expression {}

    enum ArithmeticOperator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        FLOOR_DIVIDE,
        MODULO,
        POWER
    }

    /// `a ~ b ~ c`
    record Concatenation(Place at, List<Expression> parts) implements Expression {}

    /// `first < second <= third`: all have to hold.
    record Comparison(Place at, Expression first, List<Operand> rest) implements Expression {}

    record Operand(ComparisonOperator operator, Expression value) {}

    enum ComparisonOperator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        IN,
        NOT_IN
    }

    /// `then if condition else otherwise`
    record Conditional(
            Place at,
            Expression condition,
            Expression then,
            @Nullable Expression otherwise) implements Expression {}
}
