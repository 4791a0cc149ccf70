package basin.app.build;

import basin.app.cli.Answer;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.document.Findings;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folders that the project names in `clean-targets`, deleted.
///
/// @param folders relative to the project's, those that were there
public record Cleaning(List<String> folders) implements Answer {
    public Cleaning {
        folders = List.copyOf(folders);
    }

    /// Deletes them.
    ///
    /// @throws ProblemException if one of them lies outside of the project, or holds its state; nothing is
    ///         deleted then
    public static Cleaning of(Workplace workplace, ProjectFlags flags) {
        Findings findings = new Findings();
        ProjectTree tree = ProjectTree.read(flags.options(workplace), findings);
        if (tree == null) {
            throw new ProblemException(findings.mistakes().inReadingOrder());
        }
        DbtProject root = tree.root();
        Path state = workplace.reading().project().settings().state();
        List<String> folders = new ArrayList<>();
        for (String target : root.cleanTargets()) {
            Path folder = root.folder().resolve(target).normalize();
            if (!folder.startsWith(root.folder()) || state.startsWith(folder)) {
                throw new ProblemException(Problem.wrong(
                                "'" + target + "' is not for cleaning", new Place.InFile(Path.of(DbtProject.FILE)))
                        .advise("let clean-targets name folders below the project's that can be made again"));
            }
            if (Files.isDirectory(folder)) {
                folders.add(target);
            }
        }
        folders.forEach(folder -> delete(root.folder().resolve(folder)));
        return new Cleaning(folders);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the folder cannot be deleted", new Place.InFile(folder))
                            .because(DiskRefusal.reason(e)),
                    e);
        }
    }

    @Override
    public void show(Screen out) {
        out.line(folders.isEmpty() ? "nothing to delete" : "deleted " + String.join(", ", folders));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("deleted");
        for (String folder : folders) {
            json.writeString(folder);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
