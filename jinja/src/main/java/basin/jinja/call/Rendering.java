package basin.jinja.call;

import basin.jinja.operation.Limits;
import basin.jinja.value.Arguments;
import basin.jinja.value.Undefined;
import org.jspecify.annotations.Nullable;

/// What a template that is running lets filters and tests see of its environment.
public interface Rendering {
    /// Applies another filter by its name.
    @Nullable
    Object filter(String name, @Nullable Object value, Arguments arguments);

    /// Applies another test by its name.
    boolean test(String name, @Nullable Object value, Arguments arguments);

    /// Whether there is a filter of that name.
    boolean hasFilter(String name);

    /// Whether there is a test of that name.
    boolean hasTest(String name);

    /// `value.name`: the attribute, or else the item.
    @Nullable
    Object attribute(@Nullable Object value, String name);

    /// `value[key]`: the item, or else the attribute.
    @Nullable
    Object item(@Nullable Object value, @Nullable Object key);

    /// A value that is not there, under the environment's policy.
    Undefined undefined(String reason);

    Limits limits();
}
