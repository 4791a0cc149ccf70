package basin.jinja.call;

import basin.jinja.error.JinjaException;
import basin.jinja.error.NearMiss;
import basin.jinja.operation.PythonLiteral;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which arguments a function takes, written as in Python: `split(sep=None, maxsplit=-1)`, `ref(*names, v=None)`,
/// `config(**settings)`. Defaults are literals; a default of `...` marks an argument that may be left out altogether.
public final class Signature {
    private final String name;
    private final String[] parameters;
    private final @Nullable Object[] defaults;
    private final int positional;
    private final boolean more;
    private final boolean moreKeywords;

    private Signature(String name, List<String> written) {
        this.name = name;
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        int beforeMore = -1;
        boolean keywords = false;
        for (String parameter : written) {
            int equals = parameter.indexOf('=');
            if (parameter.startsWith("**")) {
                keywords = true;
            } else if (parameter.startsWith("*")) {
                beforeMore = names.size();
            } else if (equals < 0) {
                names.add(parameter);
                values.add(Required.REQUIRED);
            } else {
                names.add(parameter.substring(0, equals).strip());
                values.add(fallback(parameter.substring(equals + 1).strip()));
            }
        }
        this.parameters = names.toArray(String[]::new);
        this.defaults = values.toArray();
        this.positional = beforeMore < 0 ? parameters.length : beforeMore;
        this.more = beforeMore >= 0;
        this.moreKeywords = keywords;
    }

    private enum Required {
        REQUIRED
    }

    private static @Nullable Object fallback(String literal) {
        return literal.equals("...") ? Absent.ABSENT : PythonLiteral.parse(literal);
    }

    /// @param signature the name and, in parentheses, the parameters; a default holds no commas
    public static Signature parse(String signature) {
        int open = signature.indexOf('(');
        if (open < 0 || !signature.endsWith(")")) {
            throw new IllegalArgumentException("not a signature: " + signature);
        }
        List<String> parameters = Arrays.stream(
                        signature.substring(open + 1, signature.length() - 1).split(","))
                .map(String::strip)
                .filter(parameter -> !parameter.isEmpty())
                .toList();
        return new Signature(signature.substring(0, open).strip(), parameters);
    }

    public String name() {
        return name;
    }

    /// Gives each parameter its value.
    ///
    /// @throws JinjaException where arguments are missing, unknown or too many
    public Bound bind(Arguments arguments) {
        return bind("'" + name + "'", 0, arguments);
    }

    /// @param subject how errors call the function, such as `filter 'join'`
    /// @param silent leading arguments that the caller did not write, which errors do not count
    Bound bind(String subject, int silent, Arguments arguments) {
        List<@Nullable Object> given = arguments.positional();
        @Nullable Object[] values = defaults.clone();
        int taken = Math.min(given.size(), positional);
        for (int i = 0; i < taken; i++) {
            values[i] = given.get(i);
        }
        if (given.size() > positional && !more) {
            throw tooMany(subject, given.size() - silent, positional - silent);
        }
        Map<String, @Nullable Object> rest = arguments.keyword().isEmpty() ? Map.of() : new LinkedHashMap<>();
        arguments.keyword().forEach((keyword, value) -> {
            int index = Arrays.asList(parameters).indexOf(keyword);
            if (index >= 0 && index < taken) {
                throw JinjaException.of(subject + " got two values for its argument '" + keyword + "'");
            } else if (index >= 0) {
                values[index] = value;
            } else if (moreKeywords) {
                rest.put(keyword, value);
            } else {
                throw JinjaException.of(subject + " takes no argument named '" + keyword + "'."
                        + NearMiss.hint(keyword, Arrays.asList(parameters)));
            }
        });
        for (int i = 0; i < values.length; i++) {
            if (values[i] == Required.REQUIRED) {
                throw JinjaException.of(subject + " needs its argument '" + parameters[i] + "'");
            }
        }
        List<@Nullable Object> tail = given.size() > positional ? given.subList(positional, given.size()) : List.of();
        return new Bound(this, values, tail, rest);
    }

    /// The failure of a call with more arguments than are taken. Thrown by the caller.
    public static JinjaException tooMany(String subject, int given, int allowed) {
        String takes =
                allowed <= 0 ? "no arguments" : "at most " + allowed + (allowed == 1 ? " argument" : " arguments");
        return JinjaException.of(subject + " takes " + takes + ", " + given + " given");
    }

    String parameter(int index) {
        return parameters[index];
    }

    @Override
    public String toString() {
        return name + "(" + String.join(", ", parameters) + ")";
    }
}
