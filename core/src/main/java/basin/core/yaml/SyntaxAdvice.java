package basin.core.yaml;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Turns the parser's complaint about a syntax error into a problem: in our own words and with a remedy where the
/// mistake is a usual one, in the parser's words otherwise.
final class SyntaxAdvice {
    /// @param complaint what the parser says among other words, in lower case
    /// @param atStart whether the mistake is where the parser began to read something, not where it gave up
    private record Usual(String complaint, String what, String remedy, boolean atStart) {}

    private static final List<Usual> USUAL = List.of(
            new Usual("(tab)", "a tab stands in the indentation", "indent with spaces", false),
            new Usual(
                    "mapping values are not allowed",
                    "a ': ' stands inside of a value",
                    "put the value into quotes, or look at the indentation",
                    false),
            new Usual(
                    "unexpected end of stream",
                    "a quote is never closed",
                    "close it with the same kind of quote",
                    true),
            new Usual("<stream end>", "a bracket is never closed", "close it, or put it into quotes", true),
            new Usual(
                    "escape",
                    "a backslash begins an escape that YAML does not know",
                    "double the backslash, or use single quotes",
                    false),
            new Usual(
                    "scanning an alias",
                    "a value begins with '*'",
                    "put it into quotes: '*' alone refers to an anchor",
                    true),
            new Usual(
                    "undefined alias", "there is no such anchor", "write '&name' before what '*name' refers to", false),
            new Usual(
                    "cannot start any token",
                    "a value begins with a character that has a meaning in YAML",
                    "put the value into quotes",
                    false),
            new Usual(
                    "found another document",
                    "the file holds more than one document",
                    "take out the line '---', or make two files",
                    false),
            new Usual(
                    "expected mapping node",
                    "'<<' merges mappings, but this is none",
                    "refer to an anchored mapping: '<<: *name'",
                    false),
            new Usual(
                    "expected <block end>",
                    "this line does not fit those above",
                    "give the keys of a mapping the same indentation",
                    false),
            new Usual(
                    "could not find expected ':'",
                    "a key has no value",
                    "write the key, a colon, a space and the value",
                    true));

    private SyntaxAdvice() {}

    static Problem of(MarkedYamlEngineException e, Path file) {
        String context = e.getContext() == null ? "" : e.getContext().strip();
        String complaint = e.getProblem() == null ? "" : e.getProblem().strip();
        String all = (context + " " + complaint).toLowerCase(Locale.ROOT);
        for (Usual usual : USUAL) {
            if (all.contains(usual.complaint())) {
                return Problem.wrong("not valid YAML: " + usual.what(), place(e, file, usual.atStart()))
                        .advise(usual.remedy());
            }
        }
        return Problem.wrong("not valid YAML: " + complaint, place(e, file, false))
                .because(context.isEmpty() ? null : context);
    }

    private static Place place(MarkedYamlEngineException e, Path file, boolean atStart) {
        return (atStart
                        ? e.getContextMark().or(e::getProblemMark)
                        : e.getProblemMark().or(e::getContextMark))
                .map(mark -> place(mark, file))
                .orElseGet(() -> new Place.InFile(file));
    }

    private static Place.InFile place(Mark mark, Path file) {
        return new Place.InFile(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
