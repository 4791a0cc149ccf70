package basin.core.problem;

import java.util.List;
import java.util.function.Function;
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
        return of(problem, _ -> null);
    }

    /// One problem, without a final line break.
    ///
    /// @param lines gives the line of a file that a place is in, as it is written; null where it is not to be shown
    public static String of(Problem problem, Function<Place.InFile, @Nullable String> lines) {
        String place = problem.place().toString();
        StringBuilder text =
                new StringBuilder(visible(place.isEmpty() ? problem.what() : place + ": " + problem.what()));
        switch (problem.place()) {
            case Place.InStatement in -> appendExcerpt(text, in.text(), in.column(), in.width());
            case Place.InFile in -> {
                String line = in.line() == 0 ? null : lines.apply(in);
                if (line != null) {
                    appendExcerpt(text, line, in.column(), wordAt(line, in.column()));
                }
            }
            case Place.InTable _, Place.Service _, Place.Nowhere _ -> {}
        }
        appendNote(text, "why", problem.why());
        appendNote(text, "fix", problem.remedy());
        return text.toString();
    }

    /// The line, and carets below what is meant where its column is known; of a long line only the part around it.
    ///
    /// @param column counted from 1, in code points; 0 for the line as a whole
    private static void appendExcerpt(StringBuilder text, String written, int column, int width) {
        int[] line = visible(written.replace('\t', ' ')).codePoints().toArray();
        int at = Math.clamp(column - 1L, 0, line.length);
        int from = Math.max(0, Math.min(at - EXCERPT / 2, line.length - EXCERPT));
        int to = Math.min(line.length, from + EXCERPT);
        text.append("\n    ").append(new String(line, from, to - from));
        if (column > 0) {
            text.append("\n    ").repeat(" ", at - from).repeat("^", Math.max(1, Math.min(width, to - at)));
        }
    }

    /// How many code points of a line belong to the word at a column.
    private static int wordAt(String line, int column) {
        return (int) line.codePoints()
                .skip(Math.max(0, column - 1))
                .takeWhile(c -> Character.isLetterOrDigit(c) || c == '_')
                .count();
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
