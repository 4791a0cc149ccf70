package basin.model.host;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of one call, under the names of the parameters.
public final class Given {
    private final String function;
    private final List<String> parameters;
    private final Bound bound;

    Given(String function, List<String> parameters, Bound bound) {
        this.function = function;
        this.parameters = parameters;
        this.bound = bound;
    }

    /// Whether a value was given, be it `None`.
    public boolean has(String name) {
        return bound.has(parameters.indexOf(name));
    }

    /// The value, or null for `None` and where nothing was given.
    public @Nullable Object get(String name) {
        return get(name, null);
    }

    /// The value, or `otherwise` where nothing was given.
    public @Nullable Object get(String name, @Nullable Object otherwise) {
        return has(name) ? bound.get(parameters.indexOf(name)) : otherwise;
    }

    /// The value as text, or null for `None` and where nothing was given.
    public @Nullable String text(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    /// The value as text.
    ///
    /// @throws JinjaException if it is `None` or was not given
    public String required(String name) {
        String text = text(name);
        if (text == null) {
            throw JinjaException.of("'" + function + "' needs a value for its argument '" + name + "', not None");
        }
        return text;
    }

    /// Whether the value is true; `otherwise` where nothing was given.
    public boolean flag(String name, boolean otherwise) {
        return has(name) ? bound.truth(parameters.indexOf(name)) : otherwise;
    }

    /// The value as an object of a type.
    ///
    /// @param description of the type, for people: `a relation`
    /// @throws JinjaException if it is `None`, was not given, or is something else
    public <T> T as(String name, Class<T> type, String description) {
        Object value = get(name);
        if (!type.isInstance(value)) {
            throw bound.wrong(parameters.indexOf(name), description);
        }
        return type.cast(value);
    }

    /// What was given, by parameter; one that was left out is not among them.
    public Map<String, @Nullable Object> named() {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        parameters.stream().filter(this::has).forEach(name -> named.put(name, get(name)));
        return named;
    }

    /// The positional arguments beyond the parameters.
    public List<@Nullable Object> rest() {
        return bound.more();
    }

    /// The keywords that are no parameters.
    public Map<String, @Nullable Object> others() {
        return bound.keywords();
    }
}
