package basin.connect;

import java.util.function.BiFunction;

/// A kind of source: the word behind `type:` in a source's file, what may stand there, and how one is made of it.
///
/// @param name the word
/// @param settings the record its settings are read into
/// @param maker makes a source of its name and its settings; does not touch the outside system
public record SourceType<S extends Record>(String name, Class<S> settings, BiFunction<String, S, Source> maker) {

    /// A source of this type.
    ///
    /// @param settings an instance of [#settings()]
    /// @throws ClassCastException for other settings
    public Source open(String sourceName, Record settings) {
        return maker.apply(sourceName, this.settings.cast(settings));
    }
}
