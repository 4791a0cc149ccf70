package basin.model.packages;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.document.Findings;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings the packages that a project asks for into its folder: those of the lock file if it is of what the
/// project asks for now, otherwise the newest that suit, which then make a new lock file. Local packages stay
/// where they are.
///
/// For one thread.
public final class PackageInstaller {
    private static final String PROJECT_FILE = "dbt_project.yml";
    private static final String NAME_KEY = "name:";

    private final Path project;
    private final Path folder;
    private final PackageIndex index;
    private final Reading reading;
    private final Consumer<String> progress;

    /// @param project the root project's folder, absolute
    /// @param packagesFolder below it
    /// @param templates render what stands in `packages.yml`
    /// @param progress told in words what was installed: `dbt-labs/dbt_utils 1.3.0`
    public PackageInstaller(
            Path project,
            String packagesFolder,
            PackageIndex index,
            ValueTemplates templates,
            Consumer<String> progress) {
        this.project = project;
        this.folder = project.resolve(packagesFolder);
        this.index = index;
        this.reading = new Reading(templates, new Findings());
        this.progress = progress;
    }

    /// Installs all packages. What lies in their folders goes.
    ///
    /// @param upgrade whether the lock file does not count
    /// @throws ProblemException if what is asked for is wrong, or cannot be had
    public void install(boolean upgrade) {
        List<PackageSpec> asked = PackageFile.read(project, Path.of(""), reading);
        LockFile locked = LockFile.read(project, reading);
        reading.findings().mistakes().throwIfAny();
        String hash = LockFile.hash(asked);
        try {
            boolean useLock = !upgrade && locked != null && locked.hash().equals(hash);
            List<PackageSpec> exact = locked != null && useLock ? installLocked(locked.packages()) : installNew(asked);
            if (!asked.isEmpty()) {
                new LockFile(exact, hash).write(project);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("packages cannot be written", new Place.InFile(project.relativize(folder)))
                            .because(e.getClass().getSimpleName() + ": " + e.getMessage()),
                    e);
        }
    }

    private List<PackageSpec> installLocked(List<PackageSpec> packages) throws IOException {
        for (PackageSpec spec : packages) {
            if (spec instanceof PackageSpec.Hub hub) {
                install(new Resolution(index).exactly(hub));
            } else {
                other(spec);
            }
        }
        return packages;
    }

    /// Packages that are not of the index come first: what they ask for is known once they are there.
    private List<PackageSpec> installNew(List<PackageSpec> asked) throws IOException {
        Resolution resolution = new Resolution(index);
        List<PackageSpec> exact = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<PackageSpec> open = new ArrayDeque<>(asked);
        while (!open.isEmpty()) {
            PackageSpec spec = open.poll();
            if (spec instanceof PackageSpec.Hub hub) {
                resolution.ask(hub);
            } else if (seen.add(key(spec))) {
                Installed installed = other(spec);
                exact.add(installed.exact());
                open.addAll(asksFor(installed.path()));
            }
        }
        for (Resolution.Chosen chosen : resolution.resolve()) {
            install(chosen);
            exact.add(new PackageSpec.Hub(
                    chosen.name(), List.of(chosen.version()), true, new Place.InFile(Path.of(PackageFile.LOCK))));
        }
        return exact;
    }

    private List<PackageSpec> asksFor(Path installed) {
        List<PackageSpec> specs = new ArrayList<>();
        for (PackageSpec spec : PackageFile.read(installed, project.relativize(installed), reading)) {
            specs.add(
                    spec instanceof PackageSpec.Local local
                            ? new PackageSpec.Local(
                                    project.relativize(installed
                                                    .resolve(local.path())
                                                    .normalize())
                                            .toString(),
                                    local.place())
                            : spec);
        }
        reading.findings().mistakes().throwIfAny();
        return specs;
    }

    private void install(Resolution.Chosen chosen) throws IOException {
        archive(chosen.release().archive(), chosen.release().folder());
        progress.accept(chosen.name() + " " + chosen.version());
    }

    /// A package that is there now.
    ///
    /// @param exact what was asked for, with the commit that it came down to
    private record Installed(Path path, PackageSpec exact) {}

    /// Installs what is not of the index.
    private Installed other(PackageSpec spec) throws IOException {
        return switch (spec) {
            case PackageSpec.Local local -> {
                progress.accept(local.path());
                yield new Installed(project.resolve(local.path()).normalize(), local);
            }
            case PackageSpec.Git git -> {
                Installed installed = git(git);
                progress.accept(git.url() + (git.revision() == null ? "" : " " + git.revision()));
                yield installed;
            }
            case PackageSpec.Tarball tarball -> {
                Path installed = archive(URI.create(tarball.url()), tarball.name());
                progress.accept(tarball.url());
                yield new Installed(installed, tarball);
            }
            case PackageSpec.Private named ->
                throw new ProblemException(Problem.wrong(
                                "the private package '" + named.name() + "' can be found by dbt's own service alone",
                                named.place())
                        .advise("name its repository with 'git:'"));
            case PackageSpec.Hub hub -> throw new IllegalArgumentException("of the index: " + hub.name());
        };
    }

    private Path archive(URI archive, String name) throws IOException {
        byte[] content = index.download(archive);
        Path unfinished = fresh();
        TarReader.unpack(content, unfinished);
        return put(unfinished, unfinished, name);
    }

    private Installed git(PackageSpec.Git git) throws IOException {
        Path unfinished = fresh();
        String commit = new GitCommand(git.place()).checkout(git.url(), git.revision(), unfinished);
        delete(unfinished.resolve(".git"));
        Path content = git.subdirectory() == null
                ? unfinished
                : unfinished.resolve(git.subdirectory()).normalize();
        String name = content.startsWith(unfinished) ? name(content) : null;
        if (name == null) {
            delete(unfinished);
            throw new ProblemException(Problem.wrong("the repository holds no dbt project", git.place())
                    .because("there is no " + PROJECT_FILE + " with a name")
                    .advise("name the folder that holds it with 'subdirectory:'"));
        }
        Path installed = put(content, unfinished, name);
        return new Installed(installed, new PackageSpec.Git(git.url(), commit, git.subdirectory(), git.place()));
    }

    private static @Nullable String name(Path content) throws IOException {
        Path file = content.resolve(PROJECT_FILE);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(NAME_KEY))
                .map(line -> line.substring(NAME_KEY.length()).replaceAll("#.*|[\"'\\s]", ""))
                .filter(name -> name.matches("\\w+"))
                .findFirst()
                .orElse(null);
    }

    /// A folder beside those of the packages, so that what is complete can be moved to its place.
    private Path fresh() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, ".unfinished-");
    }

    private Path put(Path content, Path unfinished, String name) throws IOException {
        Path place = folder.resolve(name).normalize();
        if (!folder.equals(place.getParent())) {
            throw new IOException("'" + name + "' can not be a folder's name");
        }
        delete(place);
        Files.move(content, place);
        delete(unfinished);
        return place;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static String key(PackageSpec spec) {
        return switch (spec) {
            case PackageSpec.Local local -> "local " + Path.of(local.path()).normalize();
            case PackageSpec.Git git -> "git " + git.url() + " " + git.subdirectory();
            case PackageSpec.Tarball tarball -> "tarball " + tarball.url();
            case PackageSpec.Private named -> "private " + named.name();
            case PackageSpec.Hub hub -> "package " + hub.name();
        };
    }
}
