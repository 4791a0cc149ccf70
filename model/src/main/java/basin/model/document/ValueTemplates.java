package basin.model.document;

import basin.core.problem.Place;
import org.jspecify.annotations.Nullable;

/// Renders the templates in values of YAML files.
///
/// May be called from several threads at once.
@FunctionalInterface
public interface ValueTemplates {
    /// Leaves templates as they are.
    ValueTemplates NONE = (template, place) -> template;

    /// Renders a value: a template that is one expression gives the expression's value, any other gives text.
    ///
    /// @param template a text with at least one `{{`, `{%` or `{#`
    /// @param place where it begins
    /// @return a plain Java value: text, number, truth, list, mapping or null
    /// @throws basin.core.problem.ProblemException if it cannot be rendered
    @Nullable
    Object render(String template, Place.InFile place);

    /// Whether a text is a template.
    static boolean isTemplate(String text) {
        int brace = text.indexOf('{');
        while (brace >= 0 && brace + 1 < text.length()) {
            char next = text.charAt(brace + 1);
            if (next == '{' || next == '%' || next == '#') {
                return true;
            }
            brace = text.indexOf('{', brace + 1);
        }
        return false;
    }
}
