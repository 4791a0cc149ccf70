package basin.core.yaml;

import basin.core.problem.Place;

/// A single value.
///
/// @param text what was written, without quotes and with escapes resolved; empty for a value left out
/// @param kind what the schema of the file's dialect takes it for; anything in quotes is [Kind#TEXT]
public record YamlScalar(Place.InFile place, String text, Kind kind) implements YamlNode {

    /// The kinds of YAML 1.2's core schema (section 10.3 of its specification).
    public enum Kind {
        TEXT("a text"),
        INTEGER("a whole number"),
        DECIMAL("a number"),
        BOOLEAN("true or false"),
        NOTHING("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// Whether the value was left out, or is `null`.
    public boolean isNothing() {
        return kind == Kind.NOTHING;
    }

    @Override
    public String describe() {
        return kind.words;
    }
}
