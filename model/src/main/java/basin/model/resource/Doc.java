package basin.model.resource;

/// A docs block.
///
/// @param contents without the blanks around it
public record Doc(Identity identity, String contents) implements Resource {}
