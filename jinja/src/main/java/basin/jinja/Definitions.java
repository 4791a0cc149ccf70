package basin.jinja;

import basin.jinja.interpret.Module;
import basin.jinja.value.Callable;

/// The macros of one template, bound to a context; used by one thread at a time.
///
/// A name in a macro means, first of these: a variable of the macro, an entry of the context, a variable or macro of
/// the template, a global. So macros of many templates that share a context see each other, and one that is put into
/// the context replaces the one of the same name beside its caller.
public final class Definitions {
    private final Module module;
    private boolean defined;

    Definitions(Module module) {
        this.module = module;
    }

    /// A macro or own block of the template, to be called with arguments.
    ///
    /// The first call runs the assignments and imports at the template's top level.
    public Callable callable(Definition definition) {
        Callable macro = module.macro(definition.macro());
        return arguments -> {
            if (!defined) {
                defined = true;
                module.define();
            }
            return macro.call(arguments);
        };
    }
}
