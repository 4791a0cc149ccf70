package basin.model.packages;

import basin.core.problem.Place;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a project asks for, or what its lock file says it comes down to: `packages.yml`, `dependencies.yml` and
/// `package-lock.yml` have the same form.
public final class PackageFile {
    /// The lock file's name.
    static final String LOCK = "package-lock.yml";

    private static final List<String> NAMES = List.of("packages.yml", "dependencies.yml");

    private PackageFile() {}

    /// The packages that a project asks for; none if it has neither of the files. Of two files the first that lists
    /// packages counts.
    ///
    /// @param folder the project's
    /// @param shownAs the folder as problems name it
    public static List<PackageSpec> read(Path folder, Path shownAs, Reading reading) {
        for (String name : NAMES) {
            List<PackageSpec> specs = read(folder.resolve(name), shownAs.resolve(name), "packages", reading);
            if (!specs.isEmpty()) {
                return specs;
            }
        }
        return List.of();
    }

    /// The packages of one file; none if it is not there.
    static List<PackageSpec> read(Path file, Path shownAs, String key, Reading reading) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            Mapping mapping = reading.parse(Files.readString(file), shownAs);
            if (mapping == null) {
                return List.of();
            }
            List<PackageSpec> specs = new ArrayList<>();
            for (Mapping item : mapping.mappings(key)) {
                PackageSpec spec = spec(item);
                if (spec != null) {
                    specs.add(spec);
                }
            }
            return specs;
        } catch (IOException _) {
            reading.findings().mistake("the file cannot be read", new Place.InFile(shownAs), null);
            return List.of();
        }
    }

    private static @Nullable PackageSpec spec(Mapping item) {
        if (item.has("local")) {
            String path = item.required("local", "a package");
            return path == null ? null : new PackageSpec.Local(path, item.place());
        }
        if (item.has("package")) {
            return hub(item);
        }
        if (item.has("git")) {
            String url = item.required("git", "a package");
            return url == null
                    ? null
                    : new PackageSpec.Git(url, item.text("revision"), item.text("subdirectory"), item.place());
        }
        if (item.has("tarball")) {
            String url = item.required("tarball", "a package");
            String name = item.required("name", "a package that is an archive");
            return url == null || name == null ? null : new PackageSpec.Tarball(url, name, item.place());
        }
        if (item.has("private")) {
            String name = item.required("private", "a package");
            return name == null ? null : new PackageSpec.Private(name, item.place());
        }
        item.findings()
                .mistake(
                        "it is not said where the package comes from",
                        item.place(),
                        "write one of 'package:', 'git:', 'local:', 'tarball:'");
        return null;
    }

    private static @Nullable PackageSpec hub(Mapping item) {
        String name = item.required("package", "a package");
        List<String> versions = item.texts("version");
        if (name == null) {
            return null;
        }
        if (name.indexOf('/') < 1) {
            item.findings()
                    .mistake(
                            "'" + name + "' is no name of the hub",
                            item.place("package"),
                            "write the namespace too, as in 'dbt-labs/dbt_utils'");
            return null;
        }
        if (versions.isEmpty()) {
            item.findings()
                    .mistake(
                            "'version' of the package '" + name + "' is missing",
                            item.place(),
                            "add 'version: [\">=1.0.0\", \"<2.0.0\"]'");
            return null;
        }
        boolean prerelease = Boolean.TRUE.equals(item.flag("install_prerelease"))
                || Boolean.TRUE.equals(item.flag("install-prerelease"));
        return new PackageSpec.Hub(name, versions, prerelease, item.place());
    }
}
