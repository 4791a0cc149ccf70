package basin.jinja.call;

import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import org.jspecify.annotations.Nullable;

/// A function with a signature, so that its body sees arguments that are right in number and name.
public final class Function implements Callable {
    private final Signature signature;
    private final Body body;

    private Function(Signature signature, Body body) {
        this.signature = signature;
        this.body = body;
    }

    /// What a function does.
    @FunctionalInterface
    public interface Body {
        @Nullable
        Object call(Bound arguments);
    }

    /// @param signature as [Signature#parse] reads it
    public static Function of(String signature, Body body) {
        return new Function(Signature.parse(signature), body);
    }

    public String name() {
        return signature.name();
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        return body.call(signature.bind(arguments));
    }

    @Override
    public String toString() {
        return "<function " + signature.name() + ">";
    }
}
