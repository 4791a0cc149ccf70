package basin.core.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Problems as plain text without colours: the place and the problem on one line, the reason and the remedy indented
/// below.
///
/// ```
/// sources/shop.yml:4:7: unknown mode 'cdd'; one of cdc, incremental, full
///     fix: did you mean 'cdc'?
/// ```
public final class ProblemText {
    private ProblemText() {}

    /// Several problems, one after the other, without a final line break.
    public static String of(List<Problem> problems) {
        return problems.stream().map(ProblemText::of).collect(Collectors.joining("\n"));
    }

    /// One problem, without a final line break.
    public static String of(Problem problem) {
        String place = problem.place().toString();
        StringBuilder text =
                new StringBuilder(visible(place.isEmpty() ? problem.what() : place + ": " + problem.what()));
        appendNote(text, "why", problem.why());
        appendNote(text, "fix", problem.remedy());
        return text.toString();
    }

    private static void appendNote(StringBuilder text, String label, @Nullable String note) {
        if (note != null) {
            text.append("\n    ").append(label).append(": ").append(visible(note));
        }
    }

    /// Words of a project may stand in a problem, and must neither break its line nor reach the terminal as commands.
    private static String visible(String text) {
        if (text.codePoints().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (Character.isISOControl(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
