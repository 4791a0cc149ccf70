package basin.app.build;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.core.problem.Problem;
import basin.model.resource.Node;
import basin.run.build.BuildReport;
import basin.run.build.StepResult;
import basin.run.build.StepResult.Outcome;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a build has done, and what it has not.
///
/// @param problems of the steps that failed, and of what could not be left behind for other tools
public record BuildResult(BuildReport report, List<Problem> problems) implements Answer {
    public BuildResult {
        problems = List.copyOf(problems);
    }

    @Override
    public void show(Screen out) {
        out.line(summary(out));
    }

    /// `✔ 18 steps in 3.4 s: 12 done, 6 unchanged`
    private String summary(Screen out) {
        if (report.results().isEmpty()) {
            return "Nothing to do.";
        }
        List<String> parts = new ArrayList<>();
        add(parts, report.count(Outcome.SUCCESS) + report.count(Outcome.PASS), "done");
        add(parts, report.count(Outcome.UNCHANGED), "unchanged");
        add(parts, report.count(Outcome.WARN), "with warnings");
        add(parts, report.count(Outcome.ERROR) + report.count(Outcome.FAIL), "failed");
        add(parts, report.count(Outcome.SKIPPED), "skipped");
        String mark = report.isGood() ? out.paint(Ink.GREEN, "✔") : out.paint(Ink.RED, "✘");
        return mark + " " + Figures.count(report.results().size(), "step") + " in " + Figures.duration(report.took())
                + ": " + String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(Figures.count(count) + " " + what);
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("seconds", report.took().toMillis() / 1000.0);
        json.writeArrayFieldStart("steps");
        for (StepResult result : report.results()) {
            json.writeStartObject();
            json.writeStringField("id", result.uniqueId());
            json.writeStringField("status", result.outcome().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("seconds", result.took().toMillis() / 1000.0);
            if (result.resource() instanceof Node node && node.isRefable()) {
                json.writeStringField("table", StepText.name(node));
            }
            if (result.rows() >= 0) {
                json.writeNumberField("rows", result.rows());
            }
            if (result.failures() > 0) {
                json.writeNumberField("failures", result.failures());
            }
            if (result.message() != null) {
                json.writeStringField("message", result.message());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public int exitCode() {
        return report.isGood() && problems.isEmpty() ? 0 : 1;
    }
}
