package basin.core.yaml;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Turns the parser's complaint about a syntax error into a problem with a remedy.
final class SyntaxAdvice {
    private record Advice(String complaint, String remedy) {}

    private static final List<Advice> KNOWN = List.of(
            new Advice("(tab)", "indent with spaces"),
            new Advice("mapping values are not allowed", "put a value that holds ': ' into quotes"),
            new Advice("cannot start any token", "put a value that begins with this character into quotes"),
            new Advice("undefined alias", "define it before with &, or put a value that begins with * into quotes"),
            new Advice("unexpected end of stream", "close the quotes"),
            new Advice("but found another document", "keep one document in the file: take the line '---' out"),
            new Advice("expected <block end>", "give keys of the same mapping the same indentation"),
            new Advice("could not find expected ':'", "write the key, a colon and a space in front of the value"),
            new Advice("unknown escape character", "double the backslash, or use single quotes"));

    private SyntaxAdvice() {}

    static Problem of(MarkedYamlEngineException e, Place place) {
        String complaint = e.getProblem().strip();
        return Problem.wrong("not valid YAML: " + complaint, place)
                .because(e.getContext())
                .advise(remedy(e));
    }

    private static @Nullable String remedy(MarkedYamlEngineException e) {
        String complaint = (e.getContext() + " " + e.getProblem()).toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(advice -> complaint.contains(advice.complaint()))
                .map(Advice::remedy)
                .findFirst()
                .orElse(null);
    }
}
