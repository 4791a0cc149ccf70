package basin.core.settings;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;

/// What may be written in a place: the declaration of a settings record as a value, for the binder, the JSON schema
/// and the reference page to read.
public sealed interface Shape {

    /// A mapping with known keys.
    ///
    /// @param doc what the group is for; may be empty
    /// @param settings in the order of the record's components
    /// @param constructor takes the settings' values in that order
    record Group(String doc, List<Setting> settings, Constructor<? extends Record> constructor) implements Shape {
        /// The keys, in the order of declaration.
        List<String> names() {
            return settings.stream().map(Setting::name).toList();
        }
    }

    /// One of several groups, chosen by the word under [#KEY].
    ///
    /// @param doc what the choice is about; may be empty
    /// @param variants by that word, in the order of declaration
    record Choice(String doc, Map<String, Group> variants) implements Shape {
        /// The key that chooses.
        static final String KEY = "type";
    }

    /// A list; a single item may be written without brackets.
    record Many(Shape item) implements Shape {}

    /// A mapping whose keys are free.
    record Named(Shape value) implements Shape {}

    /// One of several words.
    ///
    /// @param values the enum's constants by their words in `kebab-case`, in the order of declaration
    /// @param docs what choosing a word means; may lack words
    record Word(Map<String, Object> values, Map<String, String> docs) implements Shape {}

    /// A single value.
    record Single(ScalarType type) implements Shape {}

    /// The declaration of a settings record; read once per class.
    ///
    /// @throws IllegalArgumentException if the record breaks the rules of such declarations; the message says which
    static Group of(Class<? extends Record> settings) {
        return Declarations.of(settings);
    }
}
