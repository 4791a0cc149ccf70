package basin.jinja.syntax;

import java.util.List;

/// What an assignment or a loop gives a value to.
public sealed interface Target {
    record Variable(String name) implements Target {}

    /// `a, b`
    record Unpacked(List<Target> targets) implements Target {}

    /// `namespace.attribute`
    record NamespaceAttribute(String namespace, String attribute) implements Target {}
}
