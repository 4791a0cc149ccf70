package basin.core.settings;

import basin.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/// One setting, as its record component declares it.
///
/// @param name its key in the file
/// @param doc what it does
/// @param shape what may be written
/// @param required whether it has to be written
/// @param defaultValue what it is if nothing is written; null if that is nothing, or if it is required
/// @param defaultText the same as it is declared
/// @param example what somebody might write; null if none is declared
/// @param range the limits of a number or of a list's length; null if there are none
/// @param matches what a text has to look like; null if any will do
/// @param distinct whether a list may hold nothing twice
public record Setting(
        String name,
        String doc,
        Shape shape,
        boolean required,
        @Nullable YamlNode defaultValue,
        @Nullable String defaultText,
        @Nullable String example,
        @Nullable Range range,
        @Nullable Matches matches,
        boolean distinct) {

    /// How to write it, with the declared example: `port: 5432`; only the key if there is no example.
    String written() {
        return example == null ? name + ": ..." : name + ": " + example;
    }
}
