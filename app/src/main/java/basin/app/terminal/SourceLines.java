package basin.app.terminal;

import basin.core.problem.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of a project's files that are shown below a problem: those of SQL. Other files may hold secrets, which
/// belong on no screen.
///
/// @param project the project's folder
public record SourceLines(Path project) implements Function<Place.InFile, @Nullable String> {

    /// Null where the line is not to be shown, or cannot be read.
    @Override
    public @Nullable String apply(Place.InFile place) {
        Path file = project.resolve(place.file());
        if (!file.toString().endsWith(".sql") || !Files.isRegularFile(file)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(place.line() - 1L)
                    .findFirst()
                    .filter(line -> !line.isBlank())
                    .orElse(null);
        } catch (IOException | java.io.UncheckedIOException e) {
            return null;
        }
    }
}
