package basin.jinja;

import basin.jinja.value.Absent;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `cycler()` gives: values that come round again, whichever loop asks for the next.
final class Cycler implements HasAttributes {
    private final List<@Nullable Object> values;
    private int next;

    Cycler(List<@Nullable Object> values) {
        this.values = values;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "current" -> values.get(next);
            case "next" ->
                (Callable) arguments -> {
                    Object value = values.get(next);
                    next = (next + 1) % values.size();
                    return value;
                };
            case "reset" ->
                (Callable) arguments -> {
                    next = 0;
                    return null;
                };
            default -> Absent.ABSENT;
        };
    }
}
