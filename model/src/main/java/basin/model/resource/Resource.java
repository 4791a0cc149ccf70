package basin.model.resource;

/// A thing in a project that has a unique id.
public sealed interface Resource
        permits Draft, Node, Source, Exposure, Metric, SemanticModel, SavedQuery, Group, Macro, Doc, UnitTest {

    /// Which thing it is, and where it is written.
    Identity identity();

    /// `model.shop.orders`.
    default String uniqueId() {
        return identity().uniqueId();
    }

    /// The name, as people refer to it.
    default String name() {
        return identity().name();
    }

    /// The project or package it belongs to.
    default String packageName() {
        return identity().packageName();
    }

    /// What it is.
    default ResourceType type() {
        return identity().type();
    }
}
