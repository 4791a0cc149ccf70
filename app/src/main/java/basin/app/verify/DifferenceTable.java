package basin.app.verify;

import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.Visible;
import basin.connect.Stream;
import basin.run.verify.Difference;
import basin.run.verify.Difference.Cell;
import basin.run.verify.Difference.ChangedCell;
import basin.run.verify.Differences;
import basin.run.verify.TableVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What differs in one table: how much, some of its rows, and what may be behind it.
record DifferenceTable(TableVerdict verdict) {

    /// In a few words.
    static String outcome(TableVerdict verdict) {
        long rows = verdict.differences().count();
        return rows == 0 ? "quarantine differs" : Figures.count(rows, "row") + (rows == 1 ? " differs" : " differ");
    }

    void show(Screen out) {
        out.line(out.paint(Ink.BOLD, verdict.table().toString()) + ": " + counts());
        if (!verdict.differences().listed().isEmpty()) {
            Grid grid = new Grid(
                    out,
                    List.of(
                            Grid.Column.words("row"),
                            Grid.Column.words(""),
                            Grid.Column.words("column"),
                            Grid.Column.words("source"),
                            Grid.Column.words("lake")));
            verdict.differences().listed().forEach(difference -> add(difference, grid));
            grid.end();
        }
        out.line(out.paint(Ink.DIM, movement()));
    }

    /// Whether it may be the source that changed.
    private String movement() {
        String loaded = verdict.loaded().map(Object::toString).orElse("no known position");
        String stands = "The lake stands at " + loaded + " of the source, which was compared at " + verdict.compared();
        return switch (verdict.movement()) {
            case NONE -> "Nothing was written at the source since the table was loaded." + unheard();
            case FORWARD -> stands + ": what changed in between differs, until it is synced.";
            case BACK -> stands + ", which is earlier: a replica lags, or a backup was restored.";
            case UNKNOWN -> stands + ": whether it changed in between cannot be told.";
        };
    }

    private String unheard() {
        boolean tooMany = verdict.differences().surplus() > 0 || verdict.quarantined() > verdict.unfit();
        return verdict.mode() == Stream.Mode.INCREMENTAL && tooMany
                ? " Loads in increments do not hear of deleted rows; 'basin sync "
                        + verdict.table().schema() + " --full' takes them away."
                : "";
    }

    private String counts() {
        Differences differences = verdict.differences();
        List<String> counts = new ArrayList<>();
        if (differences.changed() > 0) {
            counts.add(Figures.count(differences.changed(), "row") + " with different values");
        }
        if (differences.missing() > 0) {
            counts.add(Figures.count(differences.missing(), "row") + " missing in the lake");
        }
        if (differences.surplus() > 0) {
            counts.add(Figures.count(differences.surplus(), "row") + " too many in the lake");
        }
        if (!verdict.quarantineAgrees()) {
            counts.add(Figures.count(verdict.quarantined(), "row") + " in quarantine instead of "
                    + Figures.count(verdict.unfit()));
        }
        return String.join(", ", counts);
    }

    private static void add(Difference difference, Grid grid) {
        String key = difference.key().stream().map(DifferenceTable::text).collect(Collectors.joining(", "));
        switch (difference.kind()) {
            case MISSING -> grid.row(key, "missing in the lake", "", "", "");
            case SURPLUS -> grid.row(key, "too many in the lake", "", "", "");
            case CHANGED -> {
                String row = key;
                String kind = "different";
                for (ChangedCell cell : difference.cells()) {
                    grid.row(row, kind, Visible.text(cell.column()), text(cell.source()), text(cell.lake()));
                    row = "";
                    kind = "";
                }
            }
        }
    }

    private static String text(Cell cell) {
        return Visible.text(cell.column()) + "=" + text(cell.value());
    }

    private static String text(@Nullable String value) {
        return value == null ? "<null>" : Visible.text(value);
    }
}
