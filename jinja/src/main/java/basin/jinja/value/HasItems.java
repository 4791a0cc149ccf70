package basin.jinja.value;

import org.jspecify.annotations.Nullable;

/// A host object with items: `value[key]` in a template.
///
/// Called from the thread that renders, each time the item is asked for.
@FunctionalInterface
public interface HasItems {
    /// The item's value, null for `None`, or [Absent#ABSENT] where there is none.
    @Nullable
    Object item(@Nullable Object key);
}
