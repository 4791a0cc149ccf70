package basin.jinja.call;

import basin.jinja.value.Arguments;
import org.jspecify.annotations.Nullable;

/// `value is test(arguments)`
@FunctionalInterface
public interface Test {
    boolean holds(Rendering rendering, @Nullable Object value, Arguments arguments);

    /// What a test with a signature asks; the value is argument 0.
    @FunctionalInterface
    interface Body {
        boolean holds(Rendering rendering, Bound arguments);
    }

    /// A test with a signature, the first parameter of which is the value.
    static Test of(String signature, Body body) {
        Signature parsed = Signature.parse(signature);
        String subject = "test '" + parsed.name() + "'";
        return (rendering, value, arguments) -> body.holds(rendering, parsed.bind(subject, 1, arguments.after(value)));
    }
}
