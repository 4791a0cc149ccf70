package basin.app.verify;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.core.problem.Problem;
import basin.run.verify.TableVerdict;
import basin.run.verify.VerifyReport;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a comparison has proven, or has found instead.
///
/// @param source the source's name
public record VerifyResult(String source, VerifyReport report) implements Answer {

    @Override
    public void show(Screen out) {
        if (!report.verdicts().isEmpty()) {
            Grid grid = new Grid(
                    out,
                    List.of(
                            Grid.Column.words("table"),
                            Grid.Column.numbers("source rows"),
                            Grid.Column.numbers("lake rows"),
                            Grid.Column.numbers("quarantined"),
                            Grid.Column.numbers("pieces"),
                            Grid.Column.words("")));
            report.verdicts().forEach(verdict -> grid.row(cells(verdict)));
            grid.end();
        }
        report.verdicts().stream().filter(verdict -> !verdict.agrees()).forEach(verdict -> {
            out.line("");
            new DifferenceTable(verdict).show(out);
        });
        if (!report.verdicts().stream().allMatch(TableVerdict::agrees)) {
            out.line("");
        }
        out.line(summary(out));
    }

    private static List<Grid.Cell> cells(TableVerdict verdict) {
        Grid.Cell outcome = verdict.agrees()
                ? new Grid.Cell("equal", Ink.GREEN)
                : new Grid.Cell(DifferenceTable.outcome(verdict), Ink.RED);
        return List.of(
                Grid.Cell.of(verdict.table().toString()),
                Grid.Cell.of(Figures.count(verdict.sourceRows())),
                Grid.Cell.of(Figures.count(verdict.lakeRows())),
                Grid.Cell.of(verdict.quarantined() == 0 ? "" : Figures.count(verdict.quarantined())),
                Grid.Cell.of(Figures.count(verdict.pieces())),
                outcome);
    }

    private String summary(Screen out) {
        String mark = report.agrees() ? out.paint(Ink.GREEN, "✔") : out.paint(Ink.RED, "✘");
        List<String> parts = new ArrayList<>();
        long equal = report.verdicts().stream().filter(TableVerdict::agrees).count();
        long different = report.verdicts().size() - equal;
        long failed = report.problems().stream().map(Problem::place).distinct().count();
        if (equal > 0 || different + failed == 0) {
            parts.add(Figures.count(equal, "table") + " equal");
        }
        if (different > 0) {
            parts.add(Figures.count(different, "table") + " different");
        }
        if (failed > 0) {
            parts.add(failed + " not compared");
        }
        return mark + " " + out.paint(Ink.BOLD, source) + ": " + String.join(", ", parts);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", source);
        json.writeBooleanField("equal", report.agrees());
        json.writeArrayFieldStart("tables");
        for (TableVerdict verdict : report.verdicts()) {
            VerdictJson.write(verdict, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public List<Problem> problems() {
        return report.problems();
    }

    @Override
    public int exitCode() {
        return report.agrees() ? 0 : 1;
    }
}
