package basin.jinja.method;

import basin.jinja.call.Bound;
import basin.jinja.call.Signature;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The methods that values of one type have, by name.
///
/// @param <T> the type
final class MethodTable<T> {
    private final Map<String, Method<T>> methods = new HashMap<>();

    /// What a method does with its value.
    @FunctionalInterface
    interface Body<T> {
        @Nullable
        Object call(T self, Bound arguments);
    }

    private record Method<T>(Signature signature, Body<T> body) {}

    /// A method of a value, which can be called as often as one likes.
    private record BoundMethod<T>(Method<T> method, T self) implements Callable {
        @Override
        public @Nullable Object call(Arguments arguments) {
            return method.body().call(self, method.signature().bind(arguments));
        }

        @Override
        public String toString() {
            return "<built-in method " + method.signature().name() + ">";
        }
    }

    MethodTable<T> add(String signature, Body<T> body) {
        Signature parsed = Signature.parse(signature);
        methods.put(parsed.name(), new Method<>(parsed, body));
        return this;
    }

    /// The method of that name for a value, or [Absent#ABSENT].
    Object bound(T self, String name) {
        Method<T> method = methods.get(name);
        return method == null ? Absent.ABSENT : new BoundMethod<>(method, self);
    }
}
