package basin.app.sync;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.connect.Discovery;
import basin.core.problem.Problem;
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
        for (StreamReport stream : report.landed()) {
            for (String remark : stream.remarks()) {
                out.line(out.paint(Ink.YELLOW, "!") + " " + stream.table() + ": " + remark);
            }
        }
        out.line(summary(out));
    }

    private String summary(Screen out) {
        int failed = (int) report.problems().stream()
                .map(problem -> problem.place())
                .distinct()
                .count();
        long unchanged =
                report.landed().stream().filter(StreamReport::unchanged).count();
        String mark = failed == 0 ? out.paint(Ink.GREEN, "✔") : out.paint(Ink.RED, "✘");
        return mark + " " + out.paint(Ink.BOLD, source) + ": "
                + Figures.count(report.landed().size(), "table")
                + (unchanged == 0 ? "" : ", " + unchanged + " unchanged") + ", "
                + Figures.count(report.rows(), "row")
                + (report.rejected() == 0 ? "" : ", " + Figures.count(report.rejected(), "row") + " in quarantine")
                + (report.leftOut().isEmpty() ? "" : ", " + report.leftOut().size() + " left out")
                + (failed == 0 ? "" : ", " + failed + " failed");
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
