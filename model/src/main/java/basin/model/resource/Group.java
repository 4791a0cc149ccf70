package basin.model.resource;

/// Models that belong together, and who looks after them.
///
/// @param description empty if there is none
public record Group(Identity identity, Owner owner, String description) implements Resource {}
