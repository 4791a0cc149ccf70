package basin.jinja.interpret;

import basin.jinja.operation.Limits;
import basin.jinja.operation.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps values as they are, so that a template of one expression gives its value.
final class NativeOutput implements Output {
    private final List<@Nullable Object> parts = new ArrayList<>();
    private final Limits limits;
    private boolean muted;

    NativeOutput(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void text(String text) {
        value(text);
    }

    @Override
    public void value(@Nullable Object value) {
        if (!muted) {
            parts.add(value);
        }
    }

    @Override
    public void mute() {
        muted = true;
    }

    @Override
    public void unmute() {
        muted = false;
    }

    @Override
    public boolean isMuted() {
        return muted;
    }

    /// The only part's value, or all parts as one text.
    @Nullable
    Object value() {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        TextOutput text = new TextOutput(limits);
        parts.forEach(part -> text.text(Text.str(part)));
        return text.toString();
    }
}
