package basin.jinja.interpret;

import basin.jinja.operation.Limits;
import basin.jinja.operation.Text;
import org.jspecify.annotations.Nullable;

/// Collects all as one text.
final class TextOutput implements Output {
    private final StringBuilder collected = new StringBuilder();
    private final int limit;
    private boolean muted;

    TextOutput(Limits limits) {
        this.limit = limits.textLength();
    }

    @Override
    public void text(String text) {
        if (muted) {
            return;
        }
        if (collected.length() + text.length() > limit) {
            throw Limits.passed("the template makes more than " + limit + " characters of text");
        }
        collected.append(text);
    }

    @Override
    public void value(@Nullable Object value) {
        text(Text.str(value));
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

    @Override
    public String toString() {
        return collected.toString();
    }
}
