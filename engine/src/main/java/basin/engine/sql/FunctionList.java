package basin.engine.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A list of functions, kept in a file beside this class: names apart by blanks and lines, with remarks on lines that
/// start with `# `. An asterisk stands for any ending.
///
/// @param names      in lower case
/// @param beginnings of more names, in lower case
record FunctionList(Set<String> names, List<String> beginnings) {

    static FunctionList read(String file) {
        try (InputStream list = Objects.requireNonNull(FunctionList.class.getResourceAsStream(file))) {
            List<String> words = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .flatMap(line -> Stream.of(line.split(" +")))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .toList();
            return new FunctionList(
                    words.stream().filter(word -> !isBeginning(word)).collect(Collectors.toUnmodifiableSet()),
                    words.stream()
                            .filter(FunctionList::isBeginning)
                            .map(word -> word.substring(0, word.length() - 1))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of functions cannot be read: " + file, e);
        }
    }

    /// Whether a function is in it, in whatever case its name is written.
    boolean has(String function) {
        String name = function.toLowerCase(Locale.ROOT);
        return names.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }

    /// Operators may end with an asterisk, too.
    private static boolean isBeginning(String word) {
        return word.matches("\\w+\\*");
    }
}
