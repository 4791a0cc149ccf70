package basin.model.macro;

import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import org.jspecify.annotations.Nullable;

/// One macro, ready to be called. Each call is noted.
final class BoundMacro implements Callable, HasAttributes {
    private final BoundMacros macros;
    private final MacroDefinition definition;
    private final Callable callable;

    BoundMacro(BoundMacros macros, MacroDefinition definition, Callable callable) {
        this.macros = macros;
        this.definition = definition;
        this.callable = callable;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        macros.note(definition);
        return callable.call(arguments);
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "name" -> definition.name();
            case "call_macro" -> this;
            default -> Absent.ABSENT;
        };
    }

    @Override
    public String toString() {
        return "<macro " + definition.uniqueId() + ">";
    }
}
