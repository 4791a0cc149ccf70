package basin.jinja.interpret;

import org.jspecify.annotations.Nullable;

/// Where a template's text and values go.
interface Output {
    void text(String text);

    void value(@Nullable Object value);

    /// From now on nothing is kept.
    void mute();

    /// What comes is kept again.
    void unmute();

    /// Whether nothing is kept.
    boolean isMuted();
}
