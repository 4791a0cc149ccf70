package basin.jinja.syntax;

import basin.jinja.error.JinjaException;
import basin.jinja.error.Place;
import java.util.Arrays;

/// A template's text with its name, which knows the line and column of an offset.
public final class Source {
    private final String name;
    private final String text;
    private final int[] lines;

    /// Takes all line ends for `\n`.
    public Source(String name, String text) {
        this.name = name;
        this.text = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        this.lines = lineStarts(this.text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    Place place(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(name, line + 1, offset - lines[line] + 1);
    }

    JinjaException mistake(int offset, String reason) {
        return JinjaException.of(JinjaException.Kind.SYNTAX, reason).at(place(offset));
    }
}
