package basin.model.context;

import basin.core.problem.Suggestion;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.model.document.ValueTemplates;
import basin.model.host.Members;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// `var` in templates: `var('name')`, `var('name', default)` and `var.has_var('name')`.
///
/// @param values what code of the template's package sees
/// @param templates renders a value that is a template
/// @param execute whether a variable that nobody set is a mistake; before that, it is `None`
record Variables(Map<String, @Nullable Object> values, UnaryOperator<String> templates, boolean execute)
        implements Callable, HasAttributes {
    private static final Members<Variables> MEMBERS = new Members<Variables>()
            .method("var(name, default=...)", (variables, given) -> {
                String name = given.required("name");
                if (variables.values.containsKey(name)) {
                    return variables.rendered(variables.values.get(name));
                }
                if (given.has("default") || !variables.execute) {
                    return given.get("default");
                }
                throw variables.missing(name);
            })
            .method("has_var(name)", (variables, given) -> variables.values.containsKey(given.required("name")));

    @Override
    public @Nullable Object call(Arguments arguments) {
        return MEMBERS.of(this, "var") instanceof Callable function ? function.call(arguments) : null;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    private @Nullable Object rendered(@Nullable Object value) {
        return value instanceof String text && ValueTemplates.isTemplate(text) ? templates.apply(text) : value;
    }

    private JinjaException missing(String name) {
        String hint = Suggestion.didYouMean(name, values.keySet());
        return JinjaException.of(
                "the variable '" + name + "' is not set and has no default" + (hint == null ? "" : "; " + hint));
    }
}
