package basin.jinja.value;

/// The answer of [HasAttributes] and [HasItems] where there is nothing. It is not a value: templates see [Undefined]
/// in its place, and null is an answer of its own, `None`.
public enum Absent {
    ABSENT
}
