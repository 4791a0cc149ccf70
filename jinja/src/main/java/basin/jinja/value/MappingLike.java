package basin.jinja.value;

import java.util.Collection;

/// A host object that passes for a mapping: `is mapping` holds, iteration gives the keys, and `get`, `keys`, `values`
/// and `items` work unless its own attributes say otherwise.
public interface MappingLike extends HasItems {
    /// The keys, in order.
    Collection<?> keys();
}
