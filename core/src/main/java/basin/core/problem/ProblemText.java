package basin.core.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Problems as plain text without colours: the place and the problem on one line, the reason and the remedy
/// indented below.
///
/// ```
/// sources/shop.yml:4:7: unknown mode 'cdd'; one of cdc, incremental, full
///     fix: did you mean 'cdc'?
/// ```
///
/// A place in a statement is shown as well as named:
///
/// ```
/// line 2, column 3: no column 'amoutn' in shop.orders
///     sum(amoutn) as total
///         ^^^^^^
///     fix: did you mean 'amount'?
/// ```
public final class ProblemText {
    /// How many code points of a statement's line are shown.
    private static final int EXCERPT = 100;

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
        if (problem.place() instanceof Place.InStatement in) {
            appendExcerpt(text, in);
        }
        appendNote(text, "why", problem.why());
        appendNote(text, "fix", problem.remedy());
        return text.toString();
    }

    /// The line of the statement, and carets below what is meant; of a long line only the part around it.
    private static void appendExcerpt(StringBuilder text, Place.InStatement in) {
        int[] line = visible(in.text().replace('\t', ' ')).codePoints().toArray();
        int at = Math.min(in.column() - 1, line.length);
        int from = Math.max(0, Math.min(at - EXCERPT / 2, line.length - EXCERPT));
        int to = Math.min(line.length, from + EXCERPT);
        text.append("\n    ").append(new String(line, from, to - from));
        text.append("\n    ").repeat(" ", at - from).repeat("^", Math.max(1, Math.min(in.width(), to - at)));
    }

    private static void appendNote(StringBuilder text, String label, @Nullable String note) {
        if (note != null) {
            text.append("\n    ").append(label).append(": ").append(visible(note));
        }
    }

    /// Words of a project may stand in a problem, and must neither break its line nor reach the terminal as
    /// commands.
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
