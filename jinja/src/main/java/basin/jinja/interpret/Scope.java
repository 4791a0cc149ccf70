package basin.jinja.interpret;

import basin.jinja.value.Absent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables of a block, within those of the block around it.
final class Scope {
    private final @Nullable Scope outer;
    private @Nullable Map<String, @Nullable Object> variables;

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /// The variable's value here or further out, or [Absent#ABSENT].
    @Nullable
    Object get(String name) {
        return getInside(name, null);
    }

    /// The variable's value here or further out, but inside of `end`, or [Absent#ABSENT].
    @Nullable
    Object getInside(String name, @Nullable Scope end) {
        for (Scope scope = this; scope != null && scope != end; scope = scope.outer) {
            Map<String, @Nullable Object> here = scope.variables;
            if (here != null) {
                Object value = here.get(name);
                if (value != null || here.containsKey(name)) {
                    return value;
                }
            }
        }
        return Absent.ABSENT;
    }

    void set(String name, @Nullable Object value) {
        Map<String, @Nullable Object> here = variables;
        if (here == null) {
            here = new LinkedHashMap<>();
            variables = here;
        }
        here.put(name, value);
    }

    /// The variables of this scope alone.
    Map<String, @Nullable Object> own() {
        return variables == null ? Map.of() : variables;
    }
}
