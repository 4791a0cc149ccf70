package basin.app.sync;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.connect.Discovery;
import basin.core.problem.Problem;
import basin.lake.change.ChangeCounts;
import basin.run.sync.ChangeReport;
import basin.run.sync.StreamReport;
import basin.run.sync.SyncReport;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What a sync has brought, and what it has not.
///
/// @param source the source's name
public record SyncResult(String source, SyncReport report) implements Answer {

    @Override
    public void show(Screen out) {
        if (!report.landed().isEmpty()) {
            Grid grid = new Grid(
                    out,
                    List.of(
                            Grid.Column.words("table"),
                            Grid.Column.numbers("rows"),
                            Grid.Column.numbers("quarantined"),
                            Grid.Column.numbers("size"),
                            Grid.Column.numbers("seconds")));
            for (StreamReport stream : report.landed()) {
                grid.row(
                        stream.table().toString(),
                        stream.unchanged() ? "unchanged" : Figures.count(stream.rows()),
                        stream.rejected() == 0 ? "" : Figures.count(stream.rejected()),
                        stream.unchanged() ? "" : Figures.bytes(stream.bytes()),
                        "%.1f".formatted(stream.duration().toMillis() / 1000.0));
            }
            grid.end();
        }
        showChanges(out);
        for (StreamReport stream : report.landed()) {
            for (String remark : stream.remarks()) {
                out.line(out.paint(Ink.YELLOW, "!") + " " + stream.table() + ": " + remark);
            }
        }
        out.line(summary(out));
    }

    private void showChanges(Screen out) {
        if (report.changed().isEmpty()) {
            return;
        }
        Grid grid = new Grid(
                out,
                List.of(
                        Grid.Column.words("table"),
                        Grid.Column.numbers("inserted"),
                        Grid.Column.numbers("updated"),
                        Grid.Column.numbers("deleted"),
                        Grid.Column.numbers("truncated"),
                        Grid.Column.numbers("quarantined")));
        for (ChangeReport stream : report.changed()) {
            ChangeCounts changes = stream.changes();
            grid.row(
                    stream.table().toString(),
                    orNothing(changes.inserted()),
                    orNothing(changes.updated()),
                    orNothing(changes.deleted()),
                    orNothing(changes.truncated()),
                    orNothing(stream.rejected()));
        }
        grid.end();
    }

    private static String orNothing(long count) {
        return count == 0 ? "" : Figures.count(count);
    }

    private String summary(Screen out) {
        int failed = (int) report.problems().stream()
                .map(problem -> problem.place())
                .distinct()
                .count();
        String mark = failed == 0 ? out.paint(Ink.GREEN, "✔") : out.paint(Ink.RED, "✘");
        return mark + " " + out.paint(Ink.BOLD, source) + ": "
                + arrived()
                + (report.rejected() == 0 ? "" : ", " + Figures.count(report.rejected(), "row") + " in quarantine")
                + (report.leftOut().isEmpty() ? "" : ", " + report.leftOut().size() + " left out")
                + (failed == 0 ? "" : ", " + failed + " failed");
    }

    /// Of a source that is followed, changes are what mostly arrives.
    private String arrived() {
        String changes = Figures.count(report.changes(), "change");
        if (report.landed().isEmpty() && !report.followed().isEmpty()) {
            return changes;
        }
        long unchanged =
                report.landed().stream().filter(StreamReport::unchanged).count();
        return Figures.count(report.landed().size(), "table")
                + (unchanged == 0 ? "" : ", " + unchanged + " unchanged") + ", "
                + Figures.count(report.rows(), "row")
                + (report.changes() == 0 ? "" : ", " + changes);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", source);
        json.writeNumberField("rows", report.rows());
        json.writeArrayFieldStart("tables");
        for (StreamReport stream : report.landed()) {
            json.writeStartObject();
            json.writeStringField("table", stream.table().toString());
            json.writeNumberField("rows", stream.rows());
            json.writeNumberField("quarantined", stream.rejected());
            json.writeNumberField("files", stream.files());
            json.writeNumberField("bytes", stream.bytes());
            json.writeBooleanField("unchanged", stream.unchanged());
            json.writeNumberField("seconds", seconds(stream.duration()));
            json.writeArrayFieldStart("remarks");
            for (String remark : stream.remarks()) {
                json.writeString(remark);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (ChangeReport stream : report.changed()) {
            json.writeStartObject();
            json.writeStringField("table", stream.table().toString());
            json.writeNumberField("inserted", stream.changes().inserted());
            json.writeNumberField("updated", stream.changes().updated());
            json.writeNumberField("deleted", stream.changes().deleted());
            json.writeNumberField("truncated", stream.changes().truncated());
            json.writeNumberField("quarantined", stream.rejected());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("left_out");
        for (Discovery.Skipped skipped : report.leftOut()) {
            json.writeStartObject();
            json.writeStringField("what", skipped.what());
            json.writeStringField("reason", skipped.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public List<Problem> problems() {
        return report.problems();
    }

    @Override
    public int exitCode() {
        return report.problems().isEmpty() ? 0 : 1;
    }
}
