package basin.model.project;

import java.nio.file.Path;

/// A CSV file of a project. Its rows are not read.
///
/// @param packageName whose it is
/// @param root the seed path it was found below, with `/`
/// @param path relative to `root`, with `/`
/// @param file absolute
/// @param shownAs relative to the root project's folder
/// @param checksum SHA-256 of its content, as 64 hexadecimal digits
public record SeedFile(String packageName, String root, String path, Path file, Path shownAs, String checksum) {

    /// Relative to the package's folder: `seeds/countries.csv`.
    public String originalPath() {
        return root + "/" + path;
    }

    /// The seed's name.
    public String stem() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
