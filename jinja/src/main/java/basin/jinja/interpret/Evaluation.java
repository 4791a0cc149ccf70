package basin.jinja.interpret;

import basin.jinja.call.ReturnSignal;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Arithmetic;
import basin.jinja.operation.Comparison;
import basin.jinja.operation.Items;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Text;
import basin.jinja.operation.Truth;
import basin.jinja.operation.TypeName;
import basin.jinja.syntax.Expression;
import basin.jinja.syntax.Expression.Argument;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of expressions. A mistake gets the place of the innermost expression that it happened in.
final class Evaluation {
    private final Module module;

    Evaluation(Module module) {
        this.module = module;
    }

    boolean holds(Expression condition, Scope scope) {
        Object value = of(condition, scope);
        try {
            return Truth.of(value);
        } catch (JinjaException mistake) {
            throw mistake.at(condition.at());
        }
    }

    @Nullable
    Object of(Expression expression, Scope scope) {
        try {
            return value(expression, scope);
        } catch (JinjaException mistake) {
            throw mistake.at(expression.at());
        }
    }

    private @Nullable Object value(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal e -> e.value();
            case Expression.Name e -> module.resolve(e.name(), scope);
            case Expression.Attribute e -> module.setup().attribute(of(e.value(), scope), e.name());
            case Expression.Call e -> ofCall(e, null, scope);
            case Expression.Item e -> module.setup().item(of(e.value(), scope), of(e.key(), scope));
            case Expression.Filter e -> filtered(e, of(e.input(), scope), scope);
            case Expression.Comparison e -> comparison(e, scope);
            case Expression.Not e -> !holds(e.operand(), scope);
            case Expression.And e -> {
                Object left = of(e.left(), scope);
                yield Truth.of(left) ? of(e.right(), scope) : left;
            }
            case Expression.Or e -> {
                Object left = of(e.left(), scope);
                yield Truth.of(left) ? left : of(e.right(), scope);
            }
            case Expression.Test e ->
                module.setup().test(e.name(), of(e.input(), scope), arguments(e.arguments(), scope));
            case Expression.Concatenation e -> {
                StringBuilder text = new StringBuilder();
                e.parts().forEach(part -> text.append(Text.str(of(part, scope))));
                yield text.toString();
            }
            case Expression.Conditional e -> conditional(e, scope);
            case Expression.Arithmetic e -> arithmetic(e, scope);
            case Expression.ListLiteral e -> list(e.elements(), scope);
            case Expression.TupleLiteral e -> Tuple.copyOf(list(e.elements(), scope));
            case Expression.DictLiteral e -> {
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                e.entries()
                        .forEach(entry -> map.put(Items.checkedKey(of(entry.key(), scope)), of(entry.value(), scope)));
                yield map;
            }
            case Expression.Slice e ->
                Items.slice(
                        of(e.value(), scope),
                        ofOptional(e.from(), scope),
                        ofOptional(e.to(), scope),
                        ofOptional(e.step(), scope));
            case Expression.Sign e -> {
                Object operand = of(e.operand(), scope);
                yield e.negative() ? Arithmetic.negative(operand) : Arithmetic.positive(operand);
            }
            case Expression.Captured e -> throw new IllegalStateException("captured text outside of its block");
        };
    }

    private @Nullable Object ofOptional(@Nullable Expression expression, Scope scope) {
        return expression == null ? null : of(expression, scope);
    }

    private List<@Nullable Object> list(List<Expression> elements, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>(elements.size());
        elements.forEach(element -> values.add(of(element, scope)));
        return values;
    }

    private @Nullable Object conditional(Expression.Conditional choice, Scope scope) {
        if (holds(choice.condition(), scope)) {
            return of(choice.then(), scope);
        }
        if (choice.otherwise() != null) {
            return of(choice.otherwise(), scope);
        }
        return module.setup().undefined("the inline 'if' did not hold, and there is no 'else'");
    }

    private @Nullable Object arithmetic(Expression.Arithmetic calculation, Scope scope) {
        Object left = of(calculation.left(), scope);
        Object right = of(calculation.right(), scope);
        return switch (calculation.operator()) {
            case ADD -> Arithmetic.add(left, right);
            case SUBTRACT -> Arithmetic.subtract(left, right);
            case MULTIPLY -> Arithmetic.multiply(left, right);
            case DIVIDE -> Arithmetic.divide(left, right);
            case FLOOR_DIVIDE -> Arithmetic.floorDivide(left, right);
            case MODULO -> Arithmetic.modulo(left, right);
            case POWER -> Arithmetic.power(left, right);
        };
    }

    private boolean comparison(Expression.Comparison comparison, Scope scope) {
        Object left = of(comparison.first(), scope);
        for (Expression.Operand operand : comparison.rest()) {
            Object right = of(operand.value(), scope);
            if (!compare(left, operand.operator(), right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private static boolean compare(
            @Nullable Object left, Expression.ComparisonOperator operator, @Nullable Object right) {
        return switch (operator) {
            case EQUAL -> Comparison.equal(left, right);
            case NOT_EQUAL -> !Comparison.equal(left, right);
            case LESS -> Comparison.compare(left, right, "<") < 0;
            case LESS_OR_EQUAL -> Comparison.compare(left, right, "<=") <= 0;
            case GREATER -> Comparison.compare(left, right, ">") > 0;
            case GREATER_OR_EQUAL -> Comparison.compare(left, right, ">=") >= 0;
            case IN -> Iteration.contains(right, left);
            case NOT_IN -> !Iteration.contains(right, left);
        };
    }

    /// The value of filters over what a block has captured.
    @Nullable
    Object ofFiltered(Expression filters, @Nullable Object captured, Scope scope) {
        return filters instanceof Expression.Filter filter
                ? filtered(filter, ofFiltered(filter.input(), captured, scope), scope)
                : captured;
    }

    private @Nullable Object filtered(Expression.Filter filter, @Nullable Object input, Scope scope) {
        Arguments arguments = arguments(filter.arguments(), scope);
        try {
            return module.setup().filter(filter.name(), input, arguments);
        } catch (JinjaException mistake) {
            throw mistake.at(filter.at());
        } catch (ReturnSignal signal) {
            throw signal;
        } catch (RuntimeException failure) {
            throw JinjaException.caused(failure);
        }
    }

    /// @param caller the body of a `call` block; null for a plain call
    @Nullable
    Object ofCall(Expression.Call call, @Nullable Callable caller, Scope scope) {
        try {
            Object function = of(call.function(), scope);
            Arguments written = arguments(call.arguments(), scope);
            Arguments arguments = caller == null ? written : written.with("caller", caller);
            return switch (function) {
                case Callable callable -> callable.call(arguments);
                case Undefined undefined -> throw undefined.used();
                case null, default -> throw JinjaException.of(TypeName.of(function) + " can not be called");
            };
        } catch (JinjaException mistake) {
            throw mistake.at(call.at());
        } catch (ReturnSignal signal) {
            throw signal;
        } catch (RuntimeException failure) {
            throw JinjaException.caused(failure).at(call.at());
        }
    }

    private Arguments arguments(List<Argument> written, Scope scope) {
        if (written.isEmpty()) {
            return Arguments.none();
        }
        List<@Nullable Object> positional = new ArrayList<>(written.size());
        Map<String, @Nullable Object> keyword = new LinkedHashMap<>();
        for (Argument argument : written) {
            Object value = of(argument.value(), scope);
            switch (argument) {
                case Argument.Positional a -> positional.add(value);
                case Argument.Keyword a -> addKeyword(keyword, a.name(), value);
                case Argument.Spread a -> Iteration.of(value).forEachRemaining(positional::add);
                case Argument.KeywordSpread a -> spread(value, keyword);
            }
        }
        return new Arguments(positional, keyword);
    }

    private void spread(@Nullable Object value, Map<String, @Nullable Object> keyword) {
        Iteration.of(value).forEachRemaining(key -> {
            if (!(key instanceof String name)) {
                throw JinjaException.of("a dict given with ** has to have texts as keys, not " + TypeName.of(key));
            }
            Object item = Items.of(value, name);
            addKeyword(keyword, name, item == Absent.ABSENT ? null : item);
        });
    }

    private static void addKeyword(Map<String, @Nullable Object> keyword, String name, @Nullable Object value) {
        if (keyword.containsKey(name)) {
            throw JinjaException.of("the argument '" + name + "' is given twice");
        }
        keyword.put(name, value);
    }
}
