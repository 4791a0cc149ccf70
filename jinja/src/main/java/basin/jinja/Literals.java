package basin.jinja;

import basin.jinja.syntax.Expression;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Expressions whose value is known without running anything.
final class Literals {
    private Literals() {}

    /// Adds the expression's value to a list, and says whether it has one: it consists of literals alone.
    static boolean read(Expression expression, List<@Nullable Object> into) {
        return switch (expression) {
            case Expression.Literal literal -> into.add(literal.value());
            case Expression.ListLiteral list -> {
                List<@Nullable Object> elements = new ArrayList<>();
                yield readAll(list.elements(), elements) && into.add(elements);
            }
            case Expression.TupleLiteral tuple -> {
                List<@Nullable Object> elements = new ArrayList<>();
                yield readAll(tuple.elements(), elements) && into.add(Tuple.copyOf(elements));
            }
            case Expression.DictLiteral dict -> readDict(dict, into);
            default -> false;
        };
    }

    private static boolean readAll(List<Expression> expressions, List<@Nullable Object> into) {
        return expressions.stream().allMatch(each -> read(each, into));
    }

    private static boolean readDict(Expression.DictLiteral dict, List<@Nullable Object> into) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Expression.Entry entry : dict.entries()) {
            List<@Nullable Object> pair = new ArrayList<>();
            if (!read(entry.key(), pair) || !read(entry.value(), pair)) {
                return false;
            }
            map.put(pair.getFirst(), pair.getLast());
        }
        return into.add(map);
    }
}
