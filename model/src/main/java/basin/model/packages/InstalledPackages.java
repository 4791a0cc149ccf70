package basin.model.packages;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.model.document.Findings;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The packages that are there: the folders below `dbt_packages`, and local packages where they lie.
public final class InstalledPackages {
    private static final String PROJECT_FILE = "dbt_project.yml";

    private final Path project;
    private final Path packagesFolder;
    private final Reading reading;
    private final List<Folder> folders = new ArrayList<>();
    private final Set<Path> known = new HashSet<>();

    /// A package's folder.
    ///
    /// @param path absolute
    /// @param shownAs as problems name it
    /// @param local whether it is used where it lies; one of the same name below `dbt_packages` goes first
    public record Folder(Path path, Path shownAs, boolean local) {}

    private InstalledPackages(Path project, Path packagesFolder, Reading reading) {
        this.project = project;
        this.packagesFolder = packagesFolder;
        this.reading = reading;
    }

    /// Finds the packages of a project. One that the project asks for and that is not there is a mistake.
    ///
    /// @param project the root project's folder, absolute
    /// @param packagesFolder below it
    /// @param templates render what stands in `packages.yml`
    public static List<Folder> find(Path project, String packagesFolder, ValueTemplates templates, Findings findings) {
        InstalledPackages packages =
                new InstalledPackages(project, project.resolve(packagesFolder), new Reading(templates, findings));
        packages.known.add(project);
        packages.installed(packages.packagesFolder, false);
        packages.asked(project, Path.of(""));
        return List.copyOf(packages.folders);
    }

    private void installed(Path folder, boolean local) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> below = Files.list(folder)) {
            below.filter(each -> Files.isRegularFile(each.resolve(PROJECT_FILE)))
                    .sorted()
                    .forEach(each -> add(each, project.relativize(each), local));
        } catch (IOException _) {
            reading.findings()
                    .mistake(
                            "the folder of the packages cannot be read",
                            new Place.InFile(project.relativize(folder)),
                            null);
        }
    }

    private boolean add(Path folder, Path shownAs, boolean local) {
        Path real = folder;
        try {
            real = folder.toRealPath();
        } catch (IOException _) {
            // The folder as it was named will do.
        }
        boolean added = known.add(real);
        if (added) {
            folders.add(new Folder(folder, shownAs, local));
        }
        return added;
    }

    /// Follows what a project asks for, through local packages.
    private void asked(Path folder, Path shownAs) {
        for (PackageSpec spec : PackageFile.read(folder, shownAs, reading)) {
            switch (spec) {
                case PackageSpec.Local local -> {
                    Path path = folder.resolve(local.path()).normalize();
                    Path shown = project.relativize(path);
                    if (!Files.isRegularFile(path.resolve(PROJECT_FILE))) {
                        reading.findings()
                                .mistake(
                                        "the local package '" + local.path() + "' is no dbt project: it has no "
                                                + PROJECT_FILE,
                                        spec.place(),
                                        "write its path relative to this project");
                    } else if (add(path, shown, true)) {
                        installed(path.resolve(project.relativize(packagesFolder)), true);
                        asked(path, shown);
                    }
                }
                case PackageSpec.Hub hub -> requireFolder(hub.shortName(), "the package '" + hub.name() + "'", spec);
                case PackageSpec.Tarball tarball ->
                    requireFolder(tarball.name(), "the package '" + tarball.name() + "'", spec);
                case PackageSpec.Git git -> requireSome("the package of " + git.url(), spec);
                case PackageSpec.Private named -> requireSome("the private package '" + named.name() + "'", spec);
            }
        }
    }

    private void requireFolder(String name, String what, PackageSpec spec) {
        boolean there = folders.stream().anyMatch(folder -> folder.path().endsWith(name));
        if (!there) {
            missing(what, "there is no '" + project.relativize(packagesFolder.resolve(name)) + "'", spec);
        }
    }

    /// What a repository calls its package is known once it is there, so nothing more can be asked for.
    private void requireSome(String what, PackageSpec spec) {
        if (folders.stream().allMatch(Folder::local)) {
            missing(what, "'" + project.relativize(packagesFolder) + "' is empty", spec);
        }
    }

    private void missing(String what, String why, PackageSpec spec) {
        reading.findings()
                .mistakes()
                .add(Problem.wrong(what + " is not installed", spec.place())
                        .because(why)
                        .advise("install the project's packages with 'basin deps'"));
    }
}
