package basin.app.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// An aligned table. Its first rows are kept back to find out how wide the columns are; after them rows are
/// written as they come, so that a table of any length takes little memory.
///
/// On a terminal, words that are too wide are cut, numbers never; elsewhere every value is whole.
public final class Grid {

    /// How many rows are looked at before the widths are settled.
    private static final int MEASURED_ROWS = 1_000;

    /// Below this many cells a column is not made narrower to save the line from wrapping.
    private static final int LEAST_CELLS = 6;

    private static final String SEPARATOR = " │ ";

    /// @param title as it stands above the column
    /// @param right whether values stand at the right, as numbers do
    public record Column(String title, boolean right) {
        /// A column of words.
        public static Column words(String title) {
            return new Column(title, false);
        }

        /// A column of numbers.
        public static Column numbers(String title) {
            return new Column(title, true);
        }
    }

    /// @param text on one line, see [Visible]
    public record Cell(String text, Ink ink) {
        /// A cell in plain ink.
        public static Cell of(String text) {
            return new Cell(text, Ink.PLAIN);
        }
    }

    private final Screen screen;
    private final List<Column> columns;
    private final List<List<Cell>> waiting = new ArrayList<>();
    private int[] widths = {};
    private boolean settled;

    public Grid(Screen screen, List<Column> columns) {
        this.screen = screen;
        this.columns = List.copyOf(columns);
    }

    /// Adds a row with one cell per column.
    public void row(List<Cell> cells) {
        if (settled) {
            write(cells);
            return;
        }
        waiting.add(cells);
        if (waiting.size() == MEASURED_ROWS) {
            settle();
        }
    }

    /// Adds a row of plain words.
    public void row(String... cells) {
        row(Arrays.stream(cells).map(Cell::of).toList());
    }

    /// Writes what is left; the header too where there was no row.
    public void end() {
        if (!settled) {
            settle();
        }
    }

    private void settle() {
        settled = true;
        widths = IntStream.range(0, columns.size()).map(this::widest).toArray();
        if (screen.isTerminal()) {
            narrow(screen.columns());
        }
        write(columns.stream()
                .map(column -> new Cell(Visible.text(column.title()), Ink.BOLD))
                .toList());
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "─" : "─┼─").repeat("─", widths[i]);
        }
        screen.line(screen.paint(Ink.DIM, rule.append("─").toString()));
        waiting.forEach(this::write);
        waiting.clear();
    }

    private int widest(int column) {
        int title = TextWidth.of(Visible.text(columns.get(column).title()));
        return waiting.stream()
                .mapToInt(row -> TextWidth.of(row.get(column).text()))
                .reduce(Math.max(1, title), Math::max);
    }

    /// Takes from the widest columns of words until a line fits into `cells`, or none of them can give any more.
    private void narrow(int cells) {
        int[] words = IntStream.range(0, widths.length)
                .filter(i -> !columns.get(i).right())
                .toArray();
        for (int i : words) {
            widths[i] = Math.min(widths[i], cells);
        }
        int excess = Arrays.stream(widths).sum() + SEPARATOR.length() * (widths.length - 1) + 2 - cells;
        while (excess > 0) {
            int widest = Arrays.stream(words)
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                    .orElse(-1);
            if (widest < 0 || widths[widest] <= LEAST_CELLS) {
                return;
            }
            widths[widest]--;
            excess--;
        }
    }

    private void write(List<Cell> cells) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(screen.paint(Ink.DIM, SEPARATOR));
            }
            line.append(padded(cells.get(i), i));
        }
        screen.line(line.toString().stripTrailing());
    }

    private String padded(Cell cell, int column) {
        boolean right = columns.get(column).right();
        String text = screen.isTerminal() && !right ? TextWidth.cut(cell.text(), widths[column]) : cell.text();
        String blanks = " ".repeat(Math.max(0, widths[column] - TextWidth.of(text)));
        String painted = screen.paint(cell.ink(), text);
        return right ? blanks + painted : painted + blanks;
    }
}
