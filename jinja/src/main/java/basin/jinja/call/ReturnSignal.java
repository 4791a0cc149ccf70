package basin.jinja.call;

import org.jspecify.annotations.Nullable;

/// Ends the macro that is running and makes a value, of any type, its result. A host's `return` function throws it; the
/// macro catches it, and bodies of `call` blocks let it through to the macro around them.
public final class ReturnSignal extends RuntimeException {
    private final transient @Nullable Object value;

    public ReturnSignal(@Nullable Object value) {
        super("return() was called outside of a macro", null, false, false);
        this.value = value;
    }

    public @Nullable Object value() {
        return value;
    }
}
