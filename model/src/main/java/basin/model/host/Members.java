package basin.model.host;

import basin.jinja.call.Signature;
import basin.jinja.value.Absent;
import basin.jinja.value.Callable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What templates see of the objects of one type: properties, which are values, and methods, which they call.
///
/// Filled once, where the type is loaded, and only read afterwards, from any thread.
///
/// @param <T> the type
public final class Members<T> {
    private final Map<String, Function<T, @Nullable Object>> members = new HashMap<>();

    /// A method's work.
    @FunctionalInterface
    public interface Method<T> {
        /// The call's value; null is `None`.
        @Nullable
        Object call(T self, Given given);
    }

    /// Adds a value.
    public Members<T> property(String name, Function<T, @Nullable Object> value) {
        members.put(name, value);
        return this;
    }

    /// Adds a method.
    ///
    /// @param declared its signature as [Signature#parse] reads it; arguments that may be left out have `...`
    /// as their default
    public Members<T> method(String declared, Method<T> method) {
        Signature signature = Signature.parse(declared);
        List<String> parameters = parameters(declared);
        members.put(signature.name(), self -> (Callable)
                arguments -> method.call(self, new Given(signature.name(), parameters, signature.bind(arguments))));
        return this;
    }

    /// A member of an object: a value, a method bound to the object, or [Absent#ABSENT] where there is no such
    /// member.
    public @Nullable Object of(T self, String name) {
        Function<T, @Nullable Object> member = members.get(name);
        return member == null ? Absent.ABSENT : member.apply(self);
    }

    /// Whether there is a member of that name.
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// The names of all members.
    public Collection<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    private static List<String> parameters(String declared) {
        String list = declared.substring(declared.indexOf('(') + 1, declared.length() - 1);
        return Arrays.stream(list.split(","))
                .map(parameter -> parameter.split("=", 2)[0].strip())
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("*"))
                .toList();
    }
}
