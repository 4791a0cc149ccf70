package basin.core.rows;

/// A named column, or a named part of a struct.
///
/// @param name     as the source spells it; never empty
/// @param required whether the source promises that no value is null
/// @param doc      what is known about it, for people: the source's comment and its own type; may be empty
public record Field(String name, Type type, boolean required, String doc) {

    public Field {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a field needs a name");
        }
    }

    /// A field that may be null and has no description.
    public static Field optional(String name, Type type) {
        return new Field(name, type, false, "");
    }

    /// A field that is never null and has no description.
    public static Field required(String name, Type type) {
        return new Field(name, type, true, "");
    }

    /// The same field, described.
    public Field withDoc(String text) {
        return new Field(name, type, required, text);
    }
}
