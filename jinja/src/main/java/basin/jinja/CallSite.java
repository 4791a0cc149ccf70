package basin.jinja;

import basin.jinja.error.Place;
import basin.jinja.syntax.Expression;
import basin.jinja.syntax.Expression.Argument;
import basin.jinja.syntax.Tree;
import basin.jinja.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call as it is written, such as `ref('orders')`, found without running the template.
///
/// @param function its name with dots, such as `ref` or `adapter.dispatch`
/// @param positional the values of its positional arguments, as far as they are literals
/// @param keyword the values of its named arguments that are literals
/// @param literal whether all arguments are literals, so that nothing is missing above
public record CallSite(
        String function,
        List<@Nullable Object> positional,
        Map<String, @Nullable Object> keyword,
        boolean literal,
        Place place) {

    static List<CallSite> in(Tree tree) {
        List<CallSite> sites = new ArrayList<>();
        Walk.over(tree, expression -> {
            if (expression instanceof Expression.Call call) {
                String function = dotted(call.function());
                if (function != null) {
                    sites.add(of(function, call));
                }
            }
        });
        return sites;
    }

    private static @Nullable String dotted(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.name();
            case Expression.Attribute attribute -> {
                String owner = dotted(attribute.value());
                yield owner == null ? null : owner + "." + attribute.name();
            }
            default -> null;
        };
    }

    private static CallSite of(String function, Expression.Call call) {
        List<@Nullable Object> positional = new ArrayList<>();
        Map<String, @Nullable Object> keyword = new LinkedHashMap<>();
        boolean literal = true;
        for (Argument argument : call.arguments()) {
            List<@Nullable Object> value = new ArrayList<>();
            boolean known = Literals.read(argument.value(), value);
            switch (argument) {
                case Argument.Positional a -> {
                    // What follows an argument that is not known would stand in its place.
                    if (known && literal) {
                        positional.add(value.getFirst());
                    }
                }
                case Argument.Keyword a -> {
                    if (known) {
                        keyword.put(a.name(), value.getFirst());
                    }
                }
                case Argument.Spread a -> known = false;
                case Argument.KeywordSpread a -> known = false;
            }
            literal &= known;
        }
        return new CallSite(function, positional, keyword, literal, call.at());
    }
}
