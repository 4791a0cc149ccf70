package basin.core.settings;

/// A scalar after its references were followed.
///
/// @param text the value
/// @param written what stands in the file
/// @param hidden whether the value came from the environment or a secret, and must not be repeated
/// @param fromRow whether the value depends on the template's row
record Resolved(String text, String written, boolean hidden, boolean fromRow) {

    /// The value as a problem may show it, in single quotes: what stands in the file instead, if it is hidden.
    String shown() {
        return "'" + (hidden ? written : text) + "'";
    }
}
