package basin.jinja.call;

import basin.jinja.value.Arguments;
import org.jspecify.annotations.Nullable;

/// `value|filter(arguments)`
@FunctionalInterface
public interface Filter {
    @Nullable
    Object apply(Rendering rendering, @Nullable Object value, Arguments arguments);

    /// What a filter with a signature does; the value is argument 0.
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(Rendering rendering, Bound arguments);
    }

    /// A filter with a signature, the first parameter of which is the value.
    static Filter of(String signature, Body body) {
        Signature parsed = Signature.parse(signature);
        String subject = "filter '" + parsed.name() + "'";
        return (rendering, value, arguments) -> body.apply(rendering, parsed.bind(subject, 1, arguments.after(value)));
    }
}
