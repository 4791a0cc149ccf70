package basin.model.compile;

import basin.model.resource.Code;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which line of a model's file each line of its SQL comes from, as well as the text of both tells: lines that
/// a template leaves as they are stand for themselves, and a line that it made belongs to the expression or
/// block between its neighbours.
public final class LineMap {
    private final int firstLine;
    private final int lineOfBody;
    private final int[] templateLines;

    private LineMap(int firstLine, int lineOfBody, int[] templateLines) {
        this.firstLine = firstLine;
        this.lineOfBody = lineOfBody;
        this.templateLines = templateLines;
    }

    /// @param body what the template gave
    /// @param sql the body with something in front of its first line, or within that line
    static LineMap of(Code code, String body, String sql) {
        List<String> from = code.raw().lines().toList();
        List<String> to = body.lines().toList();
        int inFront = (int) (sql.lines().count() - to.size());
        return new LineMap(code.firstLine(), Math.max(0, inFront), match(from, to));
    }

    /// The line of the model's file that a line of the SQL comes from, both counted from 1; 0 for a line of an
    /// ephemeral model in front.
    public int fileLine(int line) {
        int index = line - 1 - lineOfBody;
        if (index < 0) {
            return 0;
        }
        return templateLines.length == 0
                ? firstLine
                : firstLine + templateLines[Math.min(index, templateLines.length - 1)];
    }

    /// For each line of the text, the index of its line in the template.
    private static int[] match(List<String> template, List<String> text) {
        int[] lines = new int[text.size()];
        Arrays.fill(lines, -1);
        int[][] common = commonLengths(template, text);
        int i = 0;
        int j = 0;
        while (i < template.size() && j < text.size()) {
            if (same(template.get(i), text.get(j))) {
                lines[j++] = i++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        fill(lines, template);
        return lines;
    }

    /// Finds lines for those that the template made: as many lines as the template has between their neighbours
    /// stand for one of those each; otherwise all of them come from the first expression or block there.
    private static void fill(int[] lines, List<String> template) {
        int before = -1;
        int start = 0;
        for (int at = 0; at <= lines.length; at++) {
            int known = at == lines.length ? template.size() : lines[at];
            if (known >= 0) {
                fill(lines, start, at, before, known, template);
                before = known;
                start = at + 1;
            }
        }
    }

    /// @param before the template's line in front of the gap
    /// @param next   the template's line behind it
    private static void fill(int[] lines, int from, int to, int before, int next, List<String> template) {
        boolean oneEach = next - before - 1 == to - from;
        int maker = Math.min(before + 1, template.size() - 1);
        while (maker < next - 1 && !isTemplate(template.get(maker))) {
            maker++;
        }
        for (int at = from; at < to; at++) {
            lines[at] = Math.max(0, oneEach ? before + 1 + at - from : maker);
        }
    }

    private static boolean isTemplate(String line) {
        return line.contains("{{") || line.contains("{%");
    }

    private static boolean same(String one, String other) {
        String stripped = one.strip();
        return !stripped.isEmpty() && stripped.equals(other.strip());
    }

    /// The lengths of the longest common subsequences of all tails.
    private static int[][] commonLengths(List<String> template, List<String> text) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] from = numbered(template, numbers);
        int[] to = numbered(text, numbers);
        int[][] lengths = new int[from.length + 1][to.length + 1];
        for (int i = from.length - 1; i >= 0; i--) {
            for (int j = to.length - 1; j >= 0; j--) {
                lengths[i][j] = from[i] == to[j] && from[i] != 0
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    /// Each line as a number, the same for the same text; 0 for a blank one.
    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        return lines.stream()
                .map(String::strip)
                .mapToInt(line -> line.isEmpty() ? 0 : numbers.computeIfAbsent(line, _ -> numbers.size() + 1))
                .toArray();
    }
}
