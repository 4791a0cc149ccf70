package basin.jinja.interpret;

import basin.jinja.call.Filter;
import basin.jinja.call.Rendering;
import basin.jinja.call.Test;
import basin.jinja.error.JinjaException;
import basin.jinja.error.NearMiss;
import basin.jinja.method.Attributes;
import basin.jinja.operation.Items;
import basin.jinja.operation.Limits;
import basin.jinja.operation.TypeName;
import basin.jinja.syntax.Tree;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Undefined;
import basin.jinja.value.UndefinedPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that templates of one environment share. Does not change.
public record Setup(
        Map<String, Filter> filters,
        Map<String, Test> tests,
        Map<String, @Nullable Object> globals,
        UndefinedPolicy policy,
        Limits limits,
        Trees trees)
        implements Rendering {

    /// Finds other templates for `import`, `include` and `extends`. May be called from several threads.
    @FunctionalInterface
    public interface Trees {
        /// The template of that name; null where there is none.
        @Nullable
        Tree find(String name);
    }

    @Override
    public @Nullable Object filter(String name, @Nullable Object value, Arguments arguments) {
        Filter filter = filters.get(name);
        if (filter == null) {
            throw JinjaException.of("unknown filter '" + name + "'." + NearMiss.hint(name, filters.keySet()));
        }
        return filter.apply(this, value, arguments);
    }

    @Override
    public boolean test(String name, @Nullable Object value, Arguments arguments) {
        Test test = tests.get(name);
        if (test == null) {
            throw JinjaException.of("unknown test '" + name + "'." + NearMiss.hint(name, tests.keySet()));
        }
        return test.holds(this, value, arguments);
    }

    @Override
    public boolean hasFilter(String name) {
        return filters.containsKey(name);
    }

    @Override
    public boolean hasTest(String name) {
        return tests.containsKey(name);
    }

    @Override
    public @Nullable Object attribute(@Nullable Object value, String name) {
        Object attribute = Attributes.of(value, name);
        if (attribute == Absent.ABSENT) {
            attribute = Items.of(value, name);
        }
        return attribute == Absent.ABSENT ? missing(value, "has no attribute '" + name + "'") : attribute;
    }

    @Override
    public @Nullable Object item(@Nullable Object value, @Nullable Object key) {
        Object item = Items.of(value, key);
        if (item == Absent.ABSENT && key instanceof String name) {
            item = Attributes.of(value, name);
        }
        if (item != Absent.ABSENT) {
            return item;
        }
        if (key instanceof Undefined undefined) {
            undefined.printed();
        }
        return missing(value, key instanceof String name ? "has no attribute '" + name + "'" : "has no element " + key);
    }

    private Undefined missing(@Nullable Object value, String lacks) {
        if (value instanceof Undefined undefined) {
            return undefined.member();
        }
        return undefined((value == null ? "'None' " : "'" + TypeName.of(value) + " object' ") + lacks);
    }

    @Override
    public Undefined undefined(String reason) {
        return Undefined.because(policy, reason);
    }
}
