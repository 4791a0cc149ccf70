package basin.model.python;

import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A module, or a class: named functions and values, and for a class what calling it makes. Filled once, and
/// only read afterwards.
final class PythonObject implements HasAttributes, Callable {
    private final String name;
    private final Map<String, @Nullable Object> members = new HashMap<>();
    private @Nullable Function constructor;

    PythonObject(String name) {
        this.name = name;
    }

    PythonObject value(String member, @Nullable Object value) {
        members.put(member, value);
        return this;
    }

    /// @param signature as [basin.jinja.call.Signature#parse] reads it
    PythonObject function(String signature, Function.Body body) {
        Function function = Function.of(signature, body);
        return value(function.name(), function);
    }

    /// What calling it makes.
    PythonObject made(String signature, Function.Body body) {
        constructor = Function.of(signature, body);
        return this;
    }

    @Override
    public @Nullable Object attribute(String member) {
        return members.containsKey(member) ? members.get(member) : Absent.ABSENT;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        if (constructor == null) {
            throw JinjaException.of(name + " is not a function");
        }
        return constructor.call(arguments);
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
