package basin.run.build;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The names of the columns of a CSV file: its first line (RFC 4180), with or without a byte order mark.
final class SeedHeader {
    private SeedHeader() {}

    /// @throws ProblemException where the file has no such line, or a name is missing or there twice
    static List<String> of(Path file, Path shownAs, char delimiter) {
        List<String> names = read(file, shownAs, delimiter);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || !seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new ProblemException(Problem.wrong(
                                name.isEmpty() ? "a column has no name" : "there are two columns '" + name + "'",
                                new Place.InFile(shownAs, 1, 0))
                        .advise("give each column a name of its own in the first line"));
            }
        }
        return names;
    }

    private static List<String> read(Path file, Path shownAs, char delimiter) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (int c = reader.read(); c >= 0 && (quoted || (c != '\n' && c != '\r')); c = reader.read()) {
                if (c == '\uFEFF' && !any) {
                    continue;
                }
                any = true;
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == delimiter && !quoted) {
                    names.add(name.toString().strip());
                    name.setLength(0);
                } else {
                    name.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the seed cannot be read", new Place.InFile(shownAs))
                            .because(String.valueOf(e.getMessage())),
                    e);
        }
        if (!any) {
            throw new ProblemException(Problem.wrong("the seed is empty", new Place.InFile(shownAs))
                    .advise("write the names of its columns into the first line"));
        }
        names.add(name.toString().strip());
        return names;
    }
}
