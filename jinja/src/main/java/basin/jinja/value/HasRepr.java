package basin.jinja.value;

/// A host object that says how it looks inside of a printed list or map, Python's `repr`. What `{{ value }}` prints is
/// `toString()`, always.
@FunctionalInterface
public interface HasRepr {
    String repr();
}
