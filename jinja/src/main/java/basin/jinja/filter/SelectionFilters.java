package basin.jinja.filter;

import basin.jinja.call.Bound;
import basin.jinja.call.Rendering;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Truth;
import basin.jinja.value.Arguments;
import basin.jinja.value.Generator;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// `map`, `select` and their kin: filters that take a filter, a test or an attribute by its name. Elements
/// are looked at when they are asked for.
final class SelectionFilters {
    static final FilterTable TABLE = new FilterTable()
            .add("map(value, *args, **kwargs)", (r, a) -> {
                Function<@Nullable Object, @Nullable Object> mapping = mapping(r, a);
                return new Generator("sync_do_map", mapped(elements(a), mapping));
            })
            .add("select(value, *args, **kwargs)", (r, a) -> selected(a, condition(r, a, 0)))
            .add(
                    "reject(value, *args, **kwargs)",
                    (r, a) -> selected(a, condition(r, a, 0).negate()))
            .add("selectattr(value, *args, **kwargs)", (r, a) -> selected(a, attributeCondition(r, a)))
            .add(
                    "rejectattr(value, *args, **kwargs)",
                    (r, a) -> selected(a, attributeCondition(r, a).negate()));

    private SelectionFilters() {}

    /// Whatever is false has no elements.
    private static Iterator<@Nullable Object> elements(Bound arguments) {
        return arguments.truth(0) ? Iteration.of(arguments.get(0)) : Collections.emptyIterator();
    }

    private static Iterator<@Nullable Object> mapped(
            Iterator<@Nullable Object> elements, Function<@Nullable Object, @Nullable Object> mapping) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return mapping.apply(elements.next());
            }
        };
    }

    private static Generator selected(Bound arguments, Predicate<@Nullable Object> condition) {
        Stream<@Nullable Object> elements =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(elements(arguments), 0), false);
        return new Generator("select_or_reject", elements.filter(condition).iterator());
    }

    private static Function<@Nullable Object, @Nullable Object> mapping(Rendering rendering, Bound arguments) {
        if (arguments.more().isEmpty() && arguments.keywords().containsKey("attribute")) {
            Selector attribute = Selector.of(
                    rendering,
                    arguments.keywords().get("attribute"),
                    arguments.keywords().get("default"));
            return attribute::of;
        }
        String name = name(arguments, 0, "a filter's name, or attribute='...',");
        Arguments rest = rest(arguments, 1);
        return element -> rendering.filter(name, element, rest);
    }

    private static String name(Bound arguments, int index, String what) {
        if (index < arguments.more().size() && arguments.more().get(index) instanceof String name) {
            return name;
        }
        throw JinjaException.of(what + " has to be given");
    }

    private static Arguments rest(Bound arguments, int from) {
        List<@Nullable Object> more = arguments.more();
        return new Arguments(more.subList(from, more.size()), arguments.keywords());
    }

    /// The test that is named by an argument; truth where none is.
    private static Predicate<@Nullable Object> condition(Rendering rendering, Bound arguments, int index) {
        if (index >= arguments.more().size()) {
            return Truth::of;
        }
        String name = name(arguments, index, "a test's name");
        Arguments rest = rest(arguments, index + 1);
        return element -> rendering.test(name, element, rest);
    }

    private static Predicate<@Nullable Object> attributeCondition(Rendering rendering, Bound arguments) {
        if (arguments.more().isEmpty()) {
            throw JinjaException.of("an attribute's name has to be given");
        }
        Selector attribute = Selector.of(rendering, arguments.more().getFirst());
        Predicate<@Nullable Object> condition = condition(rendering, arguments, 1);
        return element -> condition.test(attribute.of(element));
    }
}
