package basin.jinja.python;

import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A module of Python, or a class of one: a name with functions and constants. Does not change once it is built.
public final class PythonModule implements HasAttributes, Callable {
    private final String name;
    private final @Nullable Callable constructor;
    private final Map<String, @Nullable Object> members = new HashMap<>();

    /// @param constructor what a call does, where it is a class; null for a module
    PythonModule(String name, @Nullable Callable constructor) {
        this.name = name;
        this.constructor = constructor;
    }

    /// All modules by their names, as the value of `modules`. The machine's time zone never matters: times
    /// without a zone are those of UTC.
    public static Map<String, Object> all() {
        return all(ZoneOffset.UTC);
    }

    /// All modules by their names.
    ///
    /// @param local the zone of `now()`, `today()` and `fromtimestamp()` where none is named
    public static Map<String, Object> all(ZoneId local) {
        return Map.of(
                "datetime", DatetimeModule.create(local),
                "itertools", ItertoolsModule.create(),
                "pytz", PytzModule.create(),
                "re", ReModule.create());
    }

    PythonModule with(String member, @Nullable Object value) {
        members.put(member, value);
        return this;
    }

    PythonModule function(String signature, Function.Body body) {
        Function function = Function.of(signature, body);
        return with(function.name(), function);
    }

    @Override
    public @Nullable Object attribute(String member) {
        return members.containsKey(member) ? members.get(member) : Absent.ABSENT;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        if (constructor == null) {
            throw JinjaException.of("the module '" + name + "' can not be called");
        }
        return constructor.call(arguments);
    }

    @Override
    public String toString() {
        return constructor == null ? "<module '" + name + "'>" : "<class '" + name + "'>";
    }
}
