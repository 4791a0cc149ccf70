package basin.core.project;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.settings.References;
import basin.core.settings.Row;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlScalar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds and reads the table behind `for_each`.
final class TemplateTable {
    private final Path project;
    private final Problems problems;

    /// @param project the project folder, absolute
    TemplateTable(Path project, Problems problems) {
        this.project = project;
        this.problems = problems;
    }

    /// The rows of a table; those that are bad are reported and left out, and harm no other.
    ///
    /// @param forEach what stands behind `for_each`
    /// @param template the file in which it stands: the table is looked for beside it, then in the project folder
    List<Row> rows(YamlNode forEach, Path template, References references) {
        if (!(forEach instanceof YamlScalar scalar) || scalar.isNothing()) {
            problems.add(Problem.wrong(
                            "'for_each' must be the name of a CSV file, but is " + forEach.describe(), forEach.place())
                    .advise("for example 'for_each: stores.csv'"));
            return List.of();
        }
        String path = references.text(scalar, problems);
        Path file = path == null ? null : find(path, template, scalar);
        return file == null ? List.of() : read(file, new Place.InFile(project.relativize(file)));
    }

    private List<Row> read(Path file, Place.InFile place) {
        try {
            return Csv.rows(Files.readString(file), place.file(), problems);
        } catch (CharacterCodingException e) {
            problems.add(
                    Problem.wrong("the file is not encoded in UTF-8", place).advise("save it as UTF-8"));
        } catch (IOException e) {
            problems.add(Problem.wrong("the file cannot be read", place).because(DiskRefusal.reason(e)));
        }
        return List.of();
    }

    private @Nullable Path find(String path, Path template, YamlScalar written) {
        List<Path> candidates;
        try {
            candidates = Stream.of(template.resolveSibling(path), project.resolve(path))
                    .map(Path::normalize)
                    .toList();
        } catch (InvalidPathException e) {
            problems.add(Problem.wrong(
                    "'for_each' must be the name of a CSV file, but is '" + written.text() + "'", written.place()));
            return null;
        }
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate)) {
                if (isInside(candidate)) {
                    return candidate;
                }
                return outside(written);
            }
        }
        return candidates.stream().anyMatch(candidate -> candidate.startsWith(project))
                ? missing(written)
                : outside(written);
    }

    /// A link inside of the project that leads out of it is outside, too.
    private boolean isInside(Path file) {
        try {
            return file.startsWith(project) && file.toRealPath().startsWith(project.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable Path outside(YamlScalar written) {
        problems.add(Problem.wrong("'" + written.text() + "' is outside of the project folder", written.place())
                .because("a project is complete in itself: it is shared and deployed as one folder")
                .advise("move the file into the project"));
        return null;
    }

    private @Nullable Path missing(YamlScalar written) {
        problems.add(Problem.wrong("there is no file '" + written.text() + "'", written.place())
                .because("it was looked for beside this file, and in the project folder"));
        return null;
    }
}
