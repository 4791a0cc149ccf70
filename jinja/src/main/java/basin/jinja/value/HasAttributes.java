package basin.jinja.value;

import org.jspecify.annotations.Nullable;

/// A host object with attributes: `value.name` in a template. Methods are attributes that are [Callable].
///
/// Called from the thread that renders, each time the attribute is asked for.
@FunctionalInterface
public interface HasAttributes {
    /// The attribute's value, null for `None`, or [Absent#ABSENT] where there is no such attribute.
    @Nullable
    Object attribute(String name);
}
