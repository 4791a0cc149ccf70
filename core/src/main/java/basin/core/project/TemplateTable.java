package basin.core.project;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.settings.Row;
import basin.core.yaml.YamlNode;
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

    /// Reports that `for_each` is not followed by a file's name. Always null.
    @Nullable
    String refuse(YamlNode found) {
        problems.add(
                Problem.wrong("'for_each' must be the name of a CSV file, but is " + found.describe(), found.place())
                        .advise("for example 'for_each: stores.csv'"));
        return null;
    }

    /// The rows of a table; those that are bad are reported and left out, and harm no other.
    ///
    /// @param written the path that stands behind `for_each`
    /// @param template the file in which it stands: the table is looked for beside it, then in the project folder
    /// @param place where in that file
    List<Row> rows(String written, Path template, Place.InFile place) {
        Path file = find(written, template, place);
        if (file == null) {
            return List.of();
        }
        try {
            return Csv.rows(Files.readString(file), project.relativize(file), problems);
        } catch (CharacterCodingException e) {
            problems.add(Problem.wrong("the file is not encoded in UTF-8", new Place.InFile(project.relativize(file)))
                    .advise("save it as UTF-8"));
        } catch (IOException e) {
            problems.add(Problem.wrong("the file cannot be read", new Place.InFile(project.relativize(file)))
                    .because(e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
        return List.of();
    }

    private @Nullable Path find(String written, Path template, Place.InFile place) {
        List<Path> candidates;
        try {
            candidates = Stream.of(template.resolveSibling(written), project.resolve(written))
                    .map(Path::normalize)
                    .toList();
        } catch (InvalidPathException e) {
            problems.add(Problem.wrong("'for_each' must be the name of a CSV file, but is '" + written + "'", place));
            return null;
        }
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate)) {
                if (isInside(candidate)) {
                    return candidate;
                }
                return outside(written, place);
            }
        }
        return candidates.stream().anyMatch(candidate -> candidate.startsWith(project))
                ? missing(written, place)
                : outside(written, place);
    }

    /// A link inside of the project that leads out of it is outside, too.
    private boolean isInside(Path file) {
        try {
            return file.startsWith(project) && file.toRealPath().startsWith(project.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable Path outside(String written, Place.InFile place) {
        problems.add(Problem.wrong("'" + written + "' is outside of the project folder", place)
                .because("a project is complete in itself: it is shared and deployed as one folder")
                .advise("move the file into the project"));
        return null;
    }

    private @Nullable Path missing(String written, Place.InFile place) {
        problems.add(Problem.wrong("there is no file '" + written + "'", place)
                .because("it was looked for beside this file, and in the project folder"));
        return null;
    }
}
