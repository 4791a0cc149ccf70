package basin.model.project;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.jinja.call.Bound;
import basin.jinja.call.Filter;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.PythonLiteral;
import basin.jinja.operation.Text;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.model.document.ValueTemplates;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renders values of YAML files, which see `var`, `env_var`, `target` and the filters `as_text`, `as_bool`, `as_number`
/// and `as_native`. What comes out as text is taken for the value that it looks like, as in Python: `5` is a number.
public final class YamlTemplates implements ValueTemplates {

    private final basin.jinja.Environment environment;

    /// A text that stays one, whatever it looks like.
    private record Literally(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// `var('name', default)`, and `var.has_var('name')`.
    private record Variables(Map<String, @Nullable Object> vars) implements Callable, HasAttributes {
        @Override
        public @Nullable Object call(Arguments arguments) {
            String name = Text.str(argument(arguments, 0, "name"));
            if (vars.containsKey(name)) {
                return vars.get(name);
            }
            if (arguments.positional().size() < 2 && !arguments.keyword().containsKey("default")) {
                throw JinjaException.of("there is no variable '" + name + "'");
            }
            return argument(arguments, 1, "default");
        }

        @Override
        public @Nullable Object attribute(String name) {
            return name.equals("has_var")
                    ? (Callable) arguments -> vars.containsKey(Text.str(argument(arguments, 0, "name")))
                    : Absent.ABSENT;
        }

        private static @Nullable Object argument(Arguments arguments, int position, String name) {
            return position < arguments.positional().size()
                    ? arguments.positional().get(position)
                    : arguments.keyword().get(name);
        }
    }

    /// @param variables those that `env_var` sees
    /// @param vars those that `var` sees
    /// @param target null while it is not known
    public YamlTemplates(
            basin.core.settings.Environment variables, Map<String, @Nullable Object> vars, @Nullable Target target) {
        basin.jinja.Environment.Builder builder = basin.jinja.Environment.builder()
                .global("var", new Variables(vars))
                .global("dbt_version", DbtVersion.CURRENT)
                .function("env_var(name, default=...)", arguments -> variable(variables, arguments))
                .filter(
                        "as_text",
                        Filter.of("as_text(value)", (rendering, bound) -> new Literally(Text.str(bound.get(0)))))
                .filter("as_native", Filter.of("as_native(value)", (rendering, bound) -> literal(bound.get(0))))
                .filter("as_number", Filter.of("as_number(value)", (rendering, bound) -> number(bound.get(0))))
                .filter("as_bool", Filter.of("as_bool(value)", (rendering, bound) -> truth(bound.get(0))));
        if (target != null) {
            builder.global("target", target.values());
        }
        this.environment = builder.build();
    }

    @Override
    public @Nullable Object render(String template, Place.InFile place) {
        try {
            return switch (environment.template(place.toString(), template).renderNative(Map.of())) {
                case Literally text -> text.text();
                case String text -> PythonLiteral.parseOrText(text);
                case null -> null;
                case Object value -> value;
            };
        } catch (JinjaException e) {
            throw new ProblemException(
                    Problem.wrong(e.reason(), at(place, e)).because("it was found in " + shortened(template)), e);
        }
    }

    /// A template in YAML begins where its value does; only on further lines is its own count of use.
    private static Place.InFile at(Place.InFile place, JinjaException e) {
        basin.jinja.error.Place inside = e.place();
        return inside == null || inside.line() == 1
                ? place
                : new Place.InFile(place.file(), place.line() + inside.line() - 1, 0);
    }

    private static String shortened(String template) {
        String line = template.strip().lines().findFirst().orElse("");
        return line.length() > 80 ? line.substring(0, 80) + "..." : line;
    }

    private static @Nullable Object variable(basin.core.settings.Environment variables, Bound arguments) {
        String name = Text.str(arguments.get(0));
        String value = variables.get(name);
        if (value != null) {
            return value;
        }
        if (arguments.get(1) == Absent.ABSENT) {
            throw JinjaException.of("the environment variable '" + name + "' is not set");
        }
        return arguments.get(1);
    }

    private static @Nullable Object literal(@Nullable Object value) {
        return value instanceof String text ? PythonLiteral.parseOrText(text) : value;
    }

    private static Object number(@Nullable Object value) {
        if (literal(value) instanceof Number number) {
            return number;
        }
        throw JinjaException.of("'" + Text.str(value) + "' is no number");
    }

    private static Object truth(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        return switch (Text.str(value).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw JinjaException.of("'" + Text.str(value) + "' is neither true nor false");
        };
    }
}
