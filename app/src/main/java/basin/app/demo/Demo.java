package basin.app.demo;

import basin.app.build.BuildFlags;
import basin.app.build.BuildKind;
import basin.app.build.BuildRequest;
import basin.app.build.BuildResult;
import basin.app.build.ModelBuild;
import basin.app.build.ProjectFlags;
import basin.app.build.SelectionFlags;
import basin.app.cli.Answer;
import basin.app.demo.company.Company;
import basin.app.progress.Progress;
import basin.app.result.JsonResult;
import basin.app.result.TableResult;
import basin.app.sync.SourceSync;
import basin.app.sync.SyncResult;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.ShellWord;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.engine.Engine;
import basin.engine.QueryOptions;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The example company, from nothing to answers: its database is filled, its project laid out, its tables brought into
/// the lake; then questions are asked.
public final class Demo implements Answer {

    private static final String SOURCE = "shop";

    private final Workplace demo;
    private final DemoProject project;
    private final SyncResult synced;
    private final BuildResult built;
    private final boolean once;

    private Demo(Workplace demo, DemoProject project, SyncResult synced, BuildResult built, boolean once) {
        this.demo = demo;
        this.project = project;
        this.synced = synced;
        this.built = built;
        this.once = once;
    }

    /// Does all that comes before the questions.
    ///
    /// @param workplace where the command was typed; keeps the example database until the command ends
    /// @param folder    absolute; made if it is not there
    /// @param once      whether the command ends when the answers are shown
    public static Demo start(Workplace workplace, Path folder, double scale, boolean once) {
        if (!(scale > 0 && scale <= 1000)) {
            throw new ProblemException(Problem.wrong("no company has the size " + scale, Place.NOWHERE)
                    .advise("give --scale a number above 0, up to 1000"));
        }
        DemoProject project = DemoProject.layOut(folder);
        say(workplace, "Making up MadHatter Corp. in a Postgres server of its own ...");
        ExampleDatabase database;
        try (Progress progress = workplace.progress()) {
            database = workplace.keep(ExampleDatabase.start(
                    folder.resolve(".basin/demo"), Company.ofScale(scale), new DemoTables(progress)));
        }
        project.connect(database);
        Workplace demo = workplace.keep(workplace.in(folder));
        say(workplace, "");
        say(workplace, "Bringing its database into the lake: basin sync shop");
        SyncResult synced = SourceSync.run(demo, SOURCE, false);
        say(workplace, "");
        say(workplace, "Making its warehouse of that, and testing it: basin build");
        return new Demo(demo, project, synced, build(demo), once);
    }

    private static BuildResult build(Workplace demo) {
        return ModelBuild.run(
                demo, new BuildRequest(BuildKind.BUILD, new ProjectFlags(), new SelectionFlags(), new BuildFlags()));
    }

    @Override
    public void show(Screen out) {
        synced.show(out);
        out.line();
        built.show(out);
        Engine engine = demo.engine();
        for (Question question : project.questions()) {
            out.line();
            out.line(out.paint(Ink.BOLD, question.title()));
            try (Rows rows = engine.query(question.sql(), QueryOptions.usual())) {
                new TableResult(out).write(rows);
            }
        }
        out.line();
        String place = demo.surroundings().folder().relativize(project.folder()).toString();
        String more = " --project " + ShellWord.of(place);
        out.line(
                once
                        ? "The project is in " + place + ". Ask it yourself:"
                        : "The shop's database is up, the project is in " + place + ". In another terminal:");
        out.line("  " + basin() + " tables" + more);
        out.line("  " + basin() + " sql \"select region, sum(lifetime_value_eur) from marts.customers group by all\""
                + more);
        if (!once) {
            out.line("  " + basin() + " sync shop" + more);
            out.line("  " + basin() + " build" + more);
            out.line("Ctrl-C stops it.");
            out.flush();
            stayUp();
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("folder", project.folder().toString());
        json.writeFieldName("sync");
        synced.write(json);
        json.writeFieldName("build");
        built.write(json);
        json.writeArrayFieldStart("answers");
        for (Question question : project.questions()) {
            json.writeStartObject();
            json.writeStringField("question", question.title());
            json.writeFieldName("rows");
            try (Rows rows = demo.engine().query(question.sql(), QueryOptions.usual())) {
                JsonResult.array(json).write(rows);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(synced.problems());
        problems.addAll(built.problems());
        return problems;
    }

    @Override
    public int exitCode() {
        return Math.max(synced.exitCode(), built.exitCode());
    }

    /// The command as it was typed, since it need not be on the PATH.
    private String basin() {
        return demo.surroundings().environment().getOrDefault("BASIN_COMMAND", "basin");
    }

    /// Until somebody interrupts.
    private static void stayUp() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.interrupted("the demo was stopped", Place.NOWHERE), e);
        }
    }

    private static void say(Workplace workplace, String line) {
        if (!workplace.isSilent()) {
            workplace.terminal().err().line(line);
            workplace.terminal().err().flush();
        }
    }
}
