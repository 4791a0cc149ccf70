package basin.jinja.value;

/// What may be done with a value that is not there.
public enum UndefinedPolicy {
    /// It prints as nothing, is false and empty; going further (`nope.name`, `nope()`, `nope + 1`) fails.
    LENIENT,
    /// As lenient, and its attributes and items are undefined too.
    CHAINABLE,
    /// Only asking whether it is defined works.
    STRICT
}
