package basin.app.command;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A statement, and the file it was read from.
///
/// @param file as it was typed; null for a statement that was typed itself
record SqlText(String text, @Nullable Path file) {

    /// Reads a statement from a file.
    static SqlText of(Path path, Path shownAs) {
        try {
            return new SqlText(Files.readString(path), shownAs);
        } catch (NoSuchFileException e) {
            throw new ProblemException(Problem.wrong("there is no such file", new Place.InFile(shownAs)));
        } catch (IOException e) {
            throw new ProblemException(Problem.wrong("the file cannot be read", new Place.InFile(shownAs))
                    .because(DiskRefusal.reason(e)));
        }
    }

    /// Reads a statement from the standard input, to its end.
    static SqlText of(InputStream in) {
        try {
            return new SqlText(new String(in.readAllBytes(), StandardCharsets.UTF_8), null);
        } catch (IOException e) {
            throw new ProblemException(Problem.wrong("the standard input cannot be read", Place.NOWHERE)
                    .because(DiskRefusal.reason(e)));
        }
    }

    /// Does something with the statement. What is wrong with it is told with the place in its file, if it has
    /// one.
    <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            if (file == null) {
                throw e;
            }
            throw new ProblemException(e.problems().stream().map(this::inFile).toList());
        }
    }

    private Problem inFile(Problem problem) {
        return file != null && problem.place() instanceof Place.InStatement in
                ? problem.at(new Place.InFile(file, in.line(), in.column()))
                : problem;
    }
}
