package basin.jinja;

import basin.jinja.error.Place;
import basin.jinja.syntax.Macro;
import basin.jinja.syntax.Parameter;
import basin.jinja.syntax.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A macro or own block at the top level of a template.
public final class Definition {
    private final Source source;
    private final Macro macro;

    Definition(Source source, Macro macro) {
        this.source = source;
        this.macro = macro;
    }

    Macro macro() {
        return macro;
    }

    /// `macro`, or the own tag that it was written with.
    public String tag() {
        return macro.tag();
    }

    public String name() {
        return macro.name();
    }

    /// The names of its parameters, in order.
    public List<String> parameters() {
        return macro.parameters().stream().map(Parameter::name).toList();
    }

    /// What an own block says beside its name, such as `adapter='x'` or `default`, which is true; a value that is no
    /// literal is left out.
    public Map<String, @Nullable Object> options() {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        macro.options().forEach((name, value) -> {
            List<@Nullable Object> literal = new ArrayList<>();
            if (Literals.read(value, literal)) {
                options.put(name, literal.getFirst());
            }
        });
        return options;
    }

    public Place place() {
        return macro.at();
    }

    /// All of it as it is written, from `{%` to `%}`.
    public String text() {
        return source.text().substring(macro.span().start(), macro.span().end()).strip();
    }

    /// What stands between its tags, as it is written.
    public String body() {
        return source.text().substring(macro.inside().start(), macro.inside().end());
    }

    @Override
    public String toString() {
        return tag() + " " + name() + "(" + String.join(", ", parameters()) + ")";
    }
}
