package basin.app.init;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What has become of the files that a project begins with. They lie, as they are, beside this class in the
/// folder `project`.
///
/// @param created their paths in the new project's folder, in the order in which one reads them
/// @param kept    those that were there already, and are as they were
public record NewProject(List<Path> created, List<Path> kept) {

    private record Start(String resource, String path) {}

    private static final List<Start> FILES = List.of(
            new Start("basin.yml", "basin.yml"),
            new Start("sources/shop.yml.example", "sources/shop.yml.example"),
            new Start("env.example", ".env.example"),
            new Start("gitignore", ".gitignore"));

    /// Stands in the files for the project's name.
    private static final String NAME = "my_project";

    /// Writes the files into a folder, which is created if need be. Those that are there already stay as they are.
    ///
    /// @param folder  where to write
    /// @param shownAs the same as its user typed it
    /// @throws ProblemException if the disk refuses
    public static NewProject create(Path folder, Path shownAs) {
        List<Start> present = FILES.stream()
                .filter(file -> Files.exists(folder.resolve(file.path())))
                .toList();
        List<Start> absent =
                FILES.stream().filter(file -> !present.contains(file)).toList();
        for (Start file : absent) {
            write(file, folder, shownAs);
        }
        return new NewProject(paths(absent), paths(present));
    }

    private static void write(Start file, Path folder, Path shownAs) {
        Path target = folder.resolve(file.path());
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, text(file.resource()).replace(NAME, nameOf(folder)));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the file cannot be written", new Place.InFile(shownAs.resolve(file.path())))
                            .because(DiskRefusal.reason(e)),
                    e);
        }
    }

    private static List<Path> paths(List<Start> files) {
        return files.stream().map(file -> Path.of(file.path())).toList();
    }

    /// The folder's name, as far as a name may be so.
    private static String nameOf(Path folder) {
        String name = String.valueOf(folder.getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+|_$", "");
        return name.isEmpty() ? NAME : name;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = NewProject.class.getResourceAsStream("project/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks the file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
