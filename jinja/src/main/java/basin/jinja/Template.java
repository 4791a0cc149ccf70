package basin.jinja;

import basin.jinja.error.JinjaException;
import basin.jinja.interpret.Module;
import basin.jinja.interpret.Setup;
import basin.jinja.syntax.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A template that has been read. Does not change; may be rendered by many threads at once.
public final class Template {
    private final Setup setup;
    private final Tree tree;

    Template(Setup setup, Tree tree) {
        this.setup = setup;
        this.tree = tree;
    }

    public String name() {
        return tree.source().name();
    }

    /// The text that the template makes.
    ///
    /// @param context what names mean, null standing for `None`. It is asked while the template runs, so a map that
    ///     makes its values when asked is fine; it is never written to
    /// @throws JinjaException where the template fails
    public String render(Map<String, ? extends @Nullable Object> context) {
        return Module.of(setup, tree, context).render();
    }

    /// The value that the template makes: of a template that is one expression its value, of any other its text. Use
    /// [basin.jinja.operation.PythonLiteral#parseOrText] to take texts for the values that they look like.
    ///
    /// @throws JinjaException where the template fails
    public @Nullable Object renderNative(Map<String, ? extends @Nullable Object> context) {
        return Module.of(setup, tree, context).renderNative();
    }

    /// The macros and own blocks at the template's top level, in order. Free: nothing is run.
    public List<Definition> definitions() {
        return tree.macros().stream()
                .map(macro -> new Definition(tree.source(), macro))
                .toList();
    }

    /// The macros of this template over a context, for one thread.
    public Definitions bind(Map<String, ? extends @Nullable Object> context) {
        return new Definitions(Module.withContextFirst(setup, tree, context));
    }

    /// All calls that are written in the template, in order, whether or not a render would come by them.
    public List<CallSite> calls() {
        return CallSite.in(tree);
    }
}
