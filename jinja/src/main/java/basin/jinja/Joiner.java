package basin.jinja;

import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import org.jspecify.annotations.Nullable;

/// What `joiner()` gives: nothing when it is first called, and then the separator.
final class Joiner implements Callable {
    private final @Nullable Object separator;
    private boolean used;

    Joiner(@Nullable Object separator) {
        this.separator = separator;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        Object value = used ? separator : "";
        used = true;
        return value;
    }
}
