package basin.jinja.syntax;

import basin.jinja.error.Place;
import basin.jinja.syntax.Expression.Argument;
import basin.jinja.syntax.Expression.ArithmeticOperator;
import basin.jinja.syntax.Expression.ComparisonOperator;
import basin.jinja.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads expressions. Each method reads what its name says, or anything that binds tighter.
final class ExpressionParser {
    /// How deep expressions may be nested, so that no template exhausts the stack.
    private static final int DEEPEST = 200;

    private static final Map<String, ComparisonOperator> COMPARISONS = Map.of(
            "==", ComparisonOperator.EQUAL,
            "!=", ComparisonOperator.NOT_EQUAL,
            "<", ComparisonOperator.LESS,
            "<=", ComparisonOperator.LESS_OR_EQUAL,
            ">", ComparisonOperator.GREATER,
            ">=", ComparisonOperator.GREATER_OR_EQUAL);

    private static final Map<String, ArithmeticOperator> SUMS =
            Map.of("+", ArithmeticOperator.ADD, "-", ArithmeticOperator.SUBTRACT);

    private static final Map<String, ArithmeticOperator> PRODUCTS = Map.of(
            "*", ArithmeticOperator.MULTIPLY,
            "/", ArithmeticOperator.DIVIDE,
            "//", ArithmeticOperator.FLOOR_DIVIDE,
            "%", ArithmeticOperator.MODULO);

    /// What a test without parentheses can not have as its argument.
    private static final Set<String> NO_TEST_ARGUMENT = Set.of("else", "or", "and", "if", "not", "in", "recursive");

    private final TokenStream tokens;
    private final Deque<Set<String>> readers = new ArrayDeque<>();
    private int depth;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /// From here on, collects the names that are read.
    void startCollecting() {
        readers.push(new HashSet<>());
    }

    /// The names that were read since the matching start.
    Set<String> collected() {
        Set<String> names = readers.pop();
        if (!readers.isEmpty()) {
            readers.element().addAll(names);
        }
        return names;
    }

    void reads(String name) {
        if (!readers.isEmpty()) {
            readers.element().add(name);
        }
    }

    /// An expression, or several with commas between them: a tuple.
    Expression tuple() {
        return tuple(expression(), this::expression);
    }

    /// As [#tuple], but an `if` after it belongs to something else.
    Expression tupleBeforeIf() {
        return tuple(or(), this::or);
    }

    private Expression tuple(Expression first, Supplier<Expression> next) {
        if (!tokens.isOperator(",")) {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",") && startsExpression()) {
            elements.add(next.get());
        }
        return new Expression.TupleLiteral(first.at(), List.copyOf(elements));
    }

    private boolean startsExpression() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NAME -> !token.isName("in") && !token.isName("if") && !token.isName("recursive");
            case INTEGER, FLOAT, STRING -> true;
            case OPERATOR -> "([{-+".contains(token.text());
            case TEXT, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END -> false;
        };
    }

    /// `a if condition else b`
    Expression expression() {
        if (++depth > DEEPEST) {
            throw tokens.mistake("this expression is nested too deeply");
        }
        Expression value = or();
        while (tokens.isName("if")) {
            Place at = tokens.place(tokens.take());
            Expression condition = or();
            @Nullable Expression otherwise = tokens.skipName("else") ? expression() : null;
            value = new Expression.Conditional(at, condition, value, otherwise);
        }
        depth--;
        return value;
    }

    private Expression or() {
        Expression left = and();
        while (tokens.isName("or")) {
            Place at = tokens.place(tokens.take());
            left = new Expression.Or(at, left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.isName("and")) {
            Place at = tokens.place(tokens.take());
            left = new Expression.And(at, left, not());
        }
        return left;
    }

    private Expression not() {
        if (!tokens.isName("not")) {
            return comparison();
        }
        if (++depth > DEEPEST) {
            throw tokens.mistake("this expression is nested too deeply");
        }
        Place at = tokens.place(tokens.take());
        Expression negated = new Expression.Not(at, not());
        depth--;
        return negated;
    }

    private Expression comparison() {
        Expression first = sum();
        @Nullable ComparisonOperator operator = comparisonOperator();
        if (operator == null) {
            return first;
        }
        Place at = first.at();
        List<Expression.Operand> rest = new ArrayList<>();
        while (operator != null) {
            rest.add(new Expression.Operand(operator, sum()));
            operator = comparisonOperator();
        }
        return new Expression.Comparison(at, first, List.copyOf(rest));
    }

    /// Takes the comparison operator that stands here, if one does.
    private @Nullable ComparisonOperator comparisonOperator() {
        Token token = tokens.current();
        if (token.kind() == Kind.OPERATOR && COMPARISONS.containsKey(token.text())) {
            return COMPARISONS.get(tokens.take().text());
        }
        if (tokens.skipName("in")) {
            return ComparisonOperator.IN;
        }
        if (tokens.isName("not") && tokens.following().isName("in")) {
            tokens.take();
            tokens.take();
            return ComparisonOperator.NOT_IN;
        }
        return null;
    }

    private Expression sum() {
        Expression left = concatenation();
        while (tokens.is(Kind.OPERATOR) && SUMS.containsKey(tokens.current().text())) {
            Token operator = tokens.take();
            left = arithmetic(operator, SUMS, left, concatenation());
        }
        return left;
    }

    private Expression concatenation() {
        Expression first = product();
        if (!tokens.isOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return new Expression.Concatenation(first.at(), List.copyOf(parts));
    }

    private Expression product() {
        Expression left = power();
        while (tokens.is(Kind.OPERATOR) && PRODUCTS.containsKey(tokens.current().text())) {
            Token operator = tokens.take();
            left = arithmetic(operator, PRODUCTS, left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = unary(true);
        while (tokens.isOperator("**")) {
            Place at = tokens.place(tokens.take());
            left = new Expression.Arithmetic(at, ArithmeticOperator.POWER, left, unary(true));
        }
        return left;
    }

    private Expression arithmetic(
            Token operator, Map<String, ArithmeticOperator> operators, Expression left, Expression right) {
        ArithmeticOperator meaning = operators.getOrDefault(operator.text(), ArithmeticOperator.ADD);
        return new Expression.Arithmetic(tokens.place(operator), meaning, left, right);
    }

    /// A signed value; filters apply to the value with its sign.
    private Expression unary(boolean withFilters) {
        if (++depth > DEEPEST) {
            throw tokens.mistake("this expression is nested too deeply");
        }
        Expression value;
        if (tokens.isOperator("-") || tokens.isOperator("+")) {
            Token sign = tokens.take();
            value = new Expression.Sign(tokens.place(sign), sign.isOperator("-"), unary(false));
        } else {
            value = primary();
        }
        value = postfix(value);
        if (withFilters) {
            value = filtersAndTests(value);
        }
        depth--;
        return value;
    }

    private Expression primary() {
        Token token = tokens.current();
        Place at = tokens.place();
        return switch (token.kind()) {
            case NAME -> name(tokens.take(), at);
            case STRING -> strings(at);
            case INTEGER, FLOAT ->
                new Expression.Literal(at, NumberLiteral.value(tokens.take().text()));
            case OPERATOR ->
                switch (token.text()) {
                    case "(" -> parenthesized(at);
                    case "[" -> list(at);
                    case "{" -> dict(at);
                    default -> throw tokens.unexpected("an expression");
                };
            case TEXT, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END -> throw tokens.unexpected("an expression");
        };
    }

    private Expression name(Token token, Place at) {
        return switch (token.text()) {
            case "true", "True" -> new Expression.Literal(at, true);
            case "false", "False" -> new Expression.Literal(at, false);
            case "none", "None" -> new Expression.Literal(at, null);
            default -> {
                reads(token.text());
                yield new Expression.Name(at, token.text());
            }
        };
    }

    private Expression strings(Place at) {
        String text = tokens.take().text();
        if (tokens.is(Kind.STRING)) {
            StringBuilder joined = new StringBuilder(text);
            while (tokens.is(Kind.STRING)) {
                joined.append(tokens.take().text());
            }
            text = joined.toString();
        }
        return new Expression.Literal(at, text);
    }

    private Expression parenthesized(Place at) {
        tokens.take();
        if (tokens.skipOperator(")")) {
            return new Expression.TupleLiteral(at, List.of());
        }
        Expression first = expression();
        if (tokens.skipOperator(")")) {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (!tokens.skipOperator(")")) {
            tokens.expectOperator(",");
            if (!tokens.isOperator(")")) {
                elements.add(expression());
            }
        }
        return new Expression.TupleLiteral(at, List.copyOf(elements));
    }

    private Expression list(Place at) {
        tokens.take();
        List<Expression> elements = new ArrayList<>();
        while (!tokens.skipOperator("]")) {
            elements.add(expression());
            if (!tokens.isOperator("]")) {
                tokens.expectOperator(",");
            }
        }
        return new Expression.ListLiteral(at, List.copyOf(elements));
    }

    private Expression dict(Place at) {
        tokens.take();
        List<Expression.Entry> entries = new ArrayList<>();
        while (!tokens.skipOperator("}")) {
            Expression key = expression();
            tokens.expectOperator(":");
            entries.add(new Expression.Entry(key, expression()));
            if (!tokens.isOperator("}")) {
                tokens.expectOperator(",");
            }
        }
        return new Expression.DictLiteral(at, List.copyOf(entries));
    }

    private Expression postfix(Expression first) {
        Expression value = first;
        while (tokens.is(Kind.OPERATOR)) {
            switch (tokens.current().text()) {
                case "." -> value = member(value);
                case "[" -> value = item(value);
                case "(" -> value = call(value);
                default -> {
                    return value;
                }
            }
        }
        return value;
    }

    private Expression member(Expression value) {
        Place at = tokens.place(tokens.take());
        if (tokens.is(Kind.INTEGER)) {
            Place number = tokens.place();
            Object index = NumberLiteral.value(tokens.take().text());
            return new Expression.Item(at, value, new Expression.Literal(number, index));
        }
        return new Expression.Attribute(at, value, tokens.expectName("an attribute's name"));
    }

    private Expression item(Expression value) {
        Place at = tokens.place(tokens.take());
        @Nullable Expression from = tokens.isOperator(":") ? null : expression();
        if (tokens.isOperator(":")) {
            return slice(at, value, from);
        }
        if (from == null) {
            throw tokens.unexpected("an index");
        }
        Expression key = tuple(from, this::expression);
        tokens.expectOperator("]");
        return new Expression.Item(at, value, key);
    }

    private Expression slice(Place at, Expression value, @Nullable Expression from) {
        tokens.take();
        @Nullable Expression to = tokens.isOperator("]") || tokens.isOperator(":") ? null : expression();
        @Nullable Expression step = tokens.skipOperator(":") && !tokens.isOperator("]") ? expression() : null;
        tokens.expectOperator("]");
        return new Expression.Slice(at, value, from, to, step);
    }

    Expression.Call call(Expression function) {
        Place at = function.at();
        return new Expression.Call(at, function, arguments());
    }

    private List<Argument> arguments() {
        tokens.expectOperator("(");
        List<Argument> arguments = new ArrayList<>();
        while (!tokens.skipOperator(")")) {
            arguments.add(argument(arguments));
            if (!tokens.isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        return List.copyOf(arguments);
    }

    private Argument argument(List<Argument> before) {
        if (tokens.skipOperator("**")) {
            return new Argument.KeywordSpread(expression());
        }
        if (tokens.skipOperator("*")) {
            return new Argument.Spread(expression());
        }
        if (tokens.is(Kind.NAME) && tokens.following().isOperator("=")) {
            Token name = tokens.take();
            tokens.take();
            if (before.stream().anyMatch(other -> isKeyword(other, name.text()))) {
                throw tokens.mistake(name, "the argument '" + name.text() + "' is given twice");
            }
            return new Argument.Keyword(name.text(), expression());
        }
        boolean afterKeyword = before.stream()
                .anyMatch(other -> other instanceof Argument.Keyword || other instanceof Argument.KeywordSpread);
        if (afterKeyword) {
            throw tokens.mistake("an argument without a name can not follow one with a name");
        }
        return new Argument.Positional(expression());
    }

    private static boolean isKeyword(Argument argument, String name) {
        return argument instanceof Argument.Keyword keyword && keyword.name().equals(name);
    }

    private Expression filtersAndTests(Expression first) {
        Expression value = first;
        while (true) {
            if (tokens.isOperator("|")) {
                tokens.take();
                value = filter(value);
            } else if (tokens.isName("is")) {
                value = test(value);
            } else if (tokens.isOperator("(")) {
                value = call(value);
            } else {
                return value;
            }
        }
    }

    /// A filter's name and arguments, and all filters after it, applied to a value.
    Expression filters(Expression input) {
        Expression value = filter(input);
        while (tokens.skipOperator("|")) {
            value = filter(value);
        }
        return value;
    }

    private Expression filter(Expression input) {
        Place at = tokens.place();
        String name = dottedName("a filter's name");
        List<Argument> arguments = tokens.isOperator("(") ? arguments() : List.of();
        return new Expression.Filter(at, input, name, arguments);
    }

    private String dottedName(String what) {
        StringBuilder name = new StringBuilder(tokens.expectName(what));
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.expectName(what));
        }
        return name.toString();
    }

    private Expression test(Expression input) {
        Place at = tokens.place(tokens.take());
        boolean negated = tokens.skipName("not");
        String name = dottedName("a test's name");
        List<Argument> arguments = List.of();
        if (tokens.isOperator("(")) {
            arguments = arguments();
        } else if (startsTestArgument()) {
            if (tokens.isName("is")) {
                throw tokens.mistake("tests can not be chained with 'is'");
            }
            arguments = List.of(new Argument.Positional(postfix(primary())));
        }
        Expression test = new Expression.Test(at, input, name, arguments);
        return negated ? new Expression.Not(at, test) : test;
    }

    private boolean startsTestArgument() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NAME -> !NO_TEST_ARGUMENT.contains(token.text());
            case INTEGER, FLOAT, STRING -> true;
            case OPERATOR -> token.text().equals("[") || token.text().equals("{");
            case TEXT, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END -> false;
        };
    }
}
