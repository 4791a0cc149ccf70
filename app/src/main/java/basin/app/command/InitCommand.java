package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.init.NewProject;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.ShellWord;
import basin.app.workplace.Workplace;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// `basin init DIR`
@picocli.CommandLine.Command(
        name = "init",
        header = "Start a new project in a folder.",
        description = "Writes a few commented files to begin with. No file that is there already is touched.",
        footer = {
            "",
            "Examples:",
            "  basin init shop                 in the new folder shop",
            "  basin init .                    in the current folder"
        })
public final class InitCommand implements Command {

    @Parameters(paramLabel = "DIR", description = "The project's folder; it may exist.")
    private Path folder = Path.of("");

    @Override
    public Answer run(Workplace workplace) {
        NewProject project = NewProject.create(workplace.resolve(folder), folder);
        return new Created(folder, project, !workplace.isSilent());
    }

    /// @param folder    as it was typed
    /// @param withSteps whether to say what comes next
    private record Created(Path folder, NewProject project, boolean withSteps) implements Answer {
        @Override
        public void show(Screen out) {
            for (Path file : project.created()) {
                out.line(out.paint(Ink.GREEN, "created") + " "
                        + folder.resolve(file).normalize());
            }
            for (Path file : project.kept()) {
                out.line(out.paint(Ink.YELLOW, "kept") + "    "
                        + folder.resolve(file).normalize());
            }
            if (withSteps) {
                out.line();
                out.line("Next:");
                steps().forEach(step -> out.line("  " + step));
            }
        }

        private List<String> steps() {
            List<String> steps = new ArrayList<>();
            if (!folder.normalize().toString().isEmpty()) {
                steps.add("cd " + ShellWord.of(folder.toString()));
            }
            if (project.kept().contains(Path.of(".gitignore"))) {
                steps.add("printf '/.basin/\\n/.env\\n' >> .gitignore       keep what is this machine's out of git");
            }
            steps.add("mv sources/shop.yml.example sources/shop.yml   and say in it where your data is");
            steps.add("basin check                                    find mistakes before they hurt");
            steps.add("basin sync shop                                bring the data into the lake");
            return steps;
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("folder", folder.toString());
            write(json, "created", project.created());
            write(json, "kept", project.kept());
            json.writeEndObject();
        }

        private static void write(JsonGenerator json, String name, List<Path> files) throws IOException {
            json.writeArrayFieldStart(name);
            for (Path file : files) {
                json.writeString(file.toString());
            }
            json.writeEndArray();
        }
    }
}
