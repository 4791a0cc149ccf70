package basin.core.settings;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows the references inside of scalars:
///
/// - `${env:NAME}` and `${env:NAME:-default}`, an environment variable; the default also stands in for an empty
///   one;
/// - `${secret:NAME}`, a secret;
/// - `${row.column}` and `${row.column:-default}`, in a file with `for_each`;
/// - `$${`, the two characters `${` themselves.
public final class References {
    private static final List<String> KINDS = List.of("env", "secret", "row");

    private final Environment environment;
    private final SecretStore secrets;
    private final @Nullable Row row;

    public References(Environment environment, SecretStore secrets) {
        this(environment, secrets, null);
    }

    private References(Environment environment, SecretStore secrets, @Nullable Row row) {
        this.environment = environment;
        this.secrets = secrets;
        this.row = row;
    }

    /// The same, inside of a template that is filled with a row.
    public References within(Row templateRow) {
        return new References(environment, secrets, templateRow);
    }

    /// Reports a problem that a value brought: at the template's row if the value came from there, where it stands
    /// in the file otherwise, so that it is reported once for all rows.
    void report(Problem problem, boolean fromRow, Problems problems) {
        problems.add(fromRow && row != null ? row.blame(problem) : problem);
    }

    /// Follows the references of a scalar that is needed before its file is bound.
    ///
    /// @return null if one of them leads nowhere, which is then a problem
    public @Nullable String text(YamlScalar scalar, Problems problems) {
        Resolved resolved = resolve(scalar, problems);
        return resolved == null ? null : resolved.text();
    }

    /// Follows the references of a scalar.
    ///
    /// @return null if one of them leads nowhere, which is then a problem
    @Nullable
    Resolved resolve(YamlScalar scalar, Problems problems) {
        if (!Template.isTemplate(scalar.text())) {
            return new Resolved(scalar.text(), scalar.text(), false, false);
        }
        try {
            Template template = Template.parse(scalar.text());
            return new Evaluation(scalar, problems).run(template);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.wrong(String.valueOf(e.getMessage()), scalar.place())
                    .advise("close it with '}', or write '$${' for the two characters themselves"));
            return null;
        }
    }

    /// The evaluation of one scalar.
    private final class Evaluation {
        private final YamlScalar scalar;
        private final Problems problems;
        private boolean hidden;
        private boolean fromRow;

        Evaluation(YamlScalar scalar, Problems problems) {
            this.scalar = scalar;
            this.problems = problems;
        }

        @Nullable
        Resolved run(Template template) {
            String text = text(template);
            return text == null ? null : new Resolved(text, scalar.text(), hidden, fromRow);
        }

        private @Nullable String text(Template template) {
            StringBuilder text = new StringBuilder();
            boolean complete = true;
            for (Template.Part part : template.parts()) {
                String value = switch (part) {
                    case Template.Literal literal -> literal.text();
                    case Template.Reference reference -> value(reference);
                };
                complete &= value != null;
                text.append(value);
            }
            return complete ? text.toString() : null;
        }

        private @Nullable String value(Template.Reference reference) {
            if (reference.name() == null) {
                return unknown(reference.kind());
            }
            Evaluation naming = new Evaluation(scalar, problems);
            String name = naming.text(reference.name());
            if (name == null) {
                return null;
            }
            fromRow |= naming.fromRow;
            String shown = naming.hidden ? "..." : name;
            return switch (reference.kind()) {
                case "env" -> variable(name, shown, reference.fallback());
                case "secret" -> secret(name, shown);
                case "row" -> column(name, shown, reference.fallback());
                default -> unknown(reference.kind());
            };
        }

        private @Nullable String variable(String name, String shown, @Nullable Template fallback) {
            String value = environment.get(name);
            if (fallback != null && (value == null || value.isEmpty())) {
                return text(fallback);
            }
            if (value == null) {
                return wrong(
                        "the environment variable '" + shown + "' is not set",
                        "set it, add it to the file " + Environment.FILE + ", or give a default: ${env:" + shown
                                + ":-...}");
            }
            hidden = true;
            return value;
        }

        private @Nullable String secret(String name, String shown) {
            if (!SecretStore.isName(name)) {
                return wrong(
                        "a secret cannot be called '" + shown + "'", "a name is made of letters, digits, '_' and '-'");
            }
            try {
                String value = secrets.find(name);
                if (value == null) {
                    return wrong(
                            "there is no secret '" + shown + "'",
                            "set the environment variable " + SecretStore.variable(shown) + ", or write it to the file "
                                    + SecretStore.file(shown) + " with mode 600");
                }
                hidden = true;
                return value;
            } catch (ProblemException e) {
                problems.addAll(e.problems());
                return null;
            }
        }

        private @Nullable String column(String name, String shown, @Nullable Template fallback) {
            if (row == null) {
                return wrong("'${row." + shown + "}' has no row to look at", "rows come with 'for_each: table.csv'");
            }
            String value = row.values().get(name);
            if (value == null) {
                problems.add(Problem.wrong(
                                "unknown column '" + shown + "' of "
                                        + row.place().file() + "; one of "
                                        + String.join(", ", row.values().keySet()),
                                scalar.place())
                        .advise(Suggestion.didYouMean(name, row.values().keySet())));
                return null;
            }
            fromRow = true;
            return value.isEmpty() && fallback != null ? text(fallback) : value;
        }

        private @Nullable String unknown(String kind) {
            return wrong(
                    "unknown kind of reference '" + kind + "'; one of " + String.join(", ", KINDS),
                    Suggestion.nearest(kind, KINDS) == null
                            ? "write ${env:" + kind
                                    + "} for an environment variable, '$${' for the characters themselves"
                            : Suggestion.didYouMean(kind, KINDS));
        }

        private @Nullable String wrong(String what, @Nullable String remedy) {
            report(Problem.wrong(what, scalar.place()).advise(remedy), fromRow, problems);
            return null;
        }
    }
}
