package basin.model.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import basin.core.problem.Place;
import basin.model.document.Findings;
import basin.model.resource.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds and reads the files of one project or package.
public final class FileFinder {
    private final DbtProject project;
    private final Findings findings;
    private final IgnoreRules ignored;

    /// The files below each resource path, each path walked once.
    private final Map<String, List<Path>> found = new LinkedHashMap<>();

    private FileFinder(DbtProject project, Findings findings) throws IOException {
        this.project = project;
        this.findings = findings;
        this.ignored = IgnoreRules.of(project.folder());
    }

    /// Reads all files of a project. What cannot be read is a mistake.
    public static ProjectFiles find(DbtProject project, Findings findings) {
        try {
            return new FileFinder(project, findings).find();
        } catch (IOException e) {
            findings.mistake(
                    "the project's folder cannot be read: " + e.getMessage(),
                    new Place.InFile(project.shownAs()),
                    null);
            return new ProjectFiles(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    private ProjectFiles find() throws IOException {
        ResourcePaths paths = project.paths();
        Set<String> all = new LinkedHashSet<>();
        List.of(paths.models(), paths.seeds(), paths.snapshots(), paths.analyses(), paths.macros(), paths.tests())
                .forEach(all::addAll);
        List<TextFile> tests = new ArrayList<>();
        List<TextFile> fixtures = new ArrayList<>();
        List<MacroFile> macros = new ArrayList<>();
        for (TextFile file : texts(paths.macros(), ".sql")) {
            macros.add(macro(file));
        }
        for (TextFile file : texts(paths.tests(), ".sql", ".csv")) {
            if (file.path().startsWith("generic/")) {
                macros.add(macro(file));
            } else if (file.path().startsWith("fixtures/")) {
                fixtures.add(file);
            } else if (file.path().endsWith(".sql")) {
                tests.add(file);
            }
        }
        return new ProjectFiles(
                texts(paths.models(), ".sql", ".py"),
                texts(paths.snapshots(), ".sql"),
                texts(paths.analyses(), ".sql"),
                tests,
                macros,
                fixtures,
                seeds(paths.seeds()),
                texts(all, ".yml", ".yaml"),
                texts(paths.docs(), ".md"));
    }

    private static MacroFile macro(TextFile file) {
        return new MacroFile(file.packageName(), file.originalPath(), file.shownAs(), file.text());
    }

    private List<SeedFile> seeds(List<String> roots) throws IOException {
        List<SeedFile> seeds = new ArrayList<>();
        for (String root : roots) {
            for (Path file : below(root)) {
                if (file.toString().endsWith(".csv")) {
                    seeds.add(new SeedFile(
                            project.name(),
                            tidy(root),
                            slashes(project.folder().resolve(root).normalize().relativize(file)),
                            file,
                            shownAs(file),
                            Code.sha256(Files.readAllBytes(file))));
                }
            }
        }
        return seeds;
    }

    private List<TextFile> texts(Iterable<String> roots, String... endings) throws IOException {
        List<TextFile> files = new ArrayList<>();
        Set<Path> once = new LinkedHashSet<>();
        for (String root : roots) {
            for (Path file : below(root)) {
                if (endsWithOne(file.toString(), endings) && once.add(file)) {
                    String path =
                            slashes(project.folder().resolve(root).normalize().relativize(file));
                    files.add(new TextFile(project.name(), tidy(root), path, shownAs(file), text(file)));
                }
            }
        }
        return files;
    }

    private String text(Path file) throws IOException {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException _) {
            findings.mistake("the file is not encoded in UTF-8", new Place.InFile(shownAs(file)), "save it as UTF-8");
            return "";
        }
    }

    private Path shownAs(Path file) {
        return project.shownAs().resolve(project.folder().relativize(file));
    }

    /// All files below a resource path, ordered; hidden ones and those of editors are none.
    private List<Path> below(String root) throws IOException {
        List<Path> known = found.get(root);
        if (known != null) {
            return known;
        }
        Path folder = project.folder().resolve(root).normalize();
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            char first = String.valueOf(file.getFileName()).charAt(0);
                            boolean hidden = first == '.' || first == '#' || first == '~' || first == '!';
                            if (!hidden && !ignored.ignore(project.folder().relativize(file))) {
                                files.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            findings.mistake("the file cannot be read", new Place.InFile(shownAs(file)), null);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        }
        Collections.sort(files);
        found.put(root, files);
        return files;
    }

    private static boolean endsWithOne(String name, String... endings) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String tidy(String root) {
        String tidy = slashes(Path.of(root).normalize());
        return tidy.endsWith("/") ? tidy.substring(0, tidy.length() - 1) : tidy;
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
