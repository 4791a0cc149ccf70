package basin.app.demo;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The example company's project folder: laid out from what the program carries, for people to look at and to change.
public final class DemoProject {

    private static final String CARRIED = "/examples/madhatter";

    private final Path folder;

    private DemoProject(Path folder) {
        this.folder = folder;
    }

    /// Lays the project out in `folder`.
    ///
    /// @param folder created if it is not there; files of an earlier demo are written anew
    /// @throws ProblemException if something else is in the folder
    public static DemoProject layOut(Path folder) {
        refuseOtherFolders(folder);
        try {
            withCarried(carried -> copy(carried, folder));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the example project cannot be written", new Place.InFile(folder))
                            .because(DiskRefusal.reason(e)),
                    e);
        }
        return new DemoProject(folder);
    }

    /// Where it is; absolute.
    public Path folder() {
        return folder;
    }

    /// Tells the project, in its file `.env`, how to reach the example database.
    public void connect(ExampleDatabase database) {
        Path file = folder.resolve(".env");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, """
                    # Written by `basin demo`: where the example database listens while the demo runs.
                    SHOP_HOST=%s
                    SHOP_PORT=%d
                    SHOP_PASSWORD=%s
                    """.formatted(database.host(), database.port(), database.password()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The business questions that come with the company, in the order of their files: titles with the SQL that answers
    /// them.
    public List<Question> questions() {
        try (Stream<Path> files = Files.list(folder.resolve("queries"))) {
            List<Question> questions = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                questions.add(Question.of(Files.readString(file)));
            }
            return questions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseOtherFolders(Path folder) {
        if (Files.exists(folder) && !Files.exists(folder.resolve("queries")) && !isEmpty(folder)) {
            throw new ProblemException(Problem.wrong("there is something else in this folder", new Place.InFile(folder))
                    .advise("choose another one with --dir"));
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withCarried(Copy copy) throws IOException {
        URL url = Objects.requireNonNull(DemoProject.class.getResource(CARRIED), "the program lacks its example");
        try {
            URI uri = url.toURI();
            if ("jar".equals(uri.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    copy.from(jar.getPath(CARRIED));
                }
            } else {
                copy.from(Path.of(uri));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Copy {
        void from(Path carried) throws IOException;
    }
}
