package basin.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Plays a text in which lines that begin with `$` are typed, and what follows each is what was seen:
///
/// ```
/// $ basin int
/// basin: unknown command 'int'
///     fix: did you mean 'init'?
/// [exit 2]
/// ```
///
/// Lines that begin with `##` are remarks. Beside `basin` some words are understood: `cat FILE`, `mv FILE
/// FILE`, `ls` (every file, sorted), `write FILE` with the lines up to `EOF`, and `echo TEXT | basin ...`. The
/// folder is shown as `/here`.
final class Transcript {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Path folder;
    private final Typed typed;
    private final StringBuilder seen = new StringBuilder();

    Transcript(Path folder) {
        this.folder = folder;
        this.typed = new Typed(folder);
    }

    /// Types what `text` types, and returns it with what was really seen.
    String replay(String text) throws IOException {
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("$ ")) {
                seen.append(line).append('\n');
                type(line.substring(2), lines);
            } else if (line.startsWith("## ")) {
                seen.append(seen.isEmpty() ? "" : "\n").append(line).append('\n');
            }
        }
        return seen.toString();
    }

    private void type(String line, Iterator<String> lines) throws IOException {
        List<String> words = words(line);
        switch (words.getFirst()) {
            case "basin" -> basin("", words.subList(1, words.size()));
            case "echo" -> basin(words.get(1) + "\n", words.subList(4, words.size()));
            case "cat" -> seen.append(Files.readString(folder.resolve(words.get(1))));
            case "ls" -> list();
            case "mv" -> Files.move(folder.resolve(words.get(1)), folder.resolve(words.get(2)));
            case "write" -> write(folder.resolve(words.get(1)), lines);
            default -> throw new IllegalArgumentException("a transcript can not type: " + line);
        }
    }

    private void basin(String input, List<String> words) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        int exitCode = typed.basinInto(screen, input, words.toArray(String[]::new));
        seen.append(screen.toString(StandardCharsets.UTF_8).replace(folder.toString(), "/here"));
        if (exitCode != 0) {
            seen.append("[exit ").append(exitCode).append("]\n");
        }
    }

    private void list() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .forEach(file -> seen.append(file).append('\n'));
        }
    }

    private void write(Path file, Iterator<String> lines) throws IOException {
        StringBuilder content = new StringBuilder();
        String line;
        do {
            line = lines.next();
            seen.append(line).append('\n');
            content.append(line.equals("EOF") ? "" : line + "\n");
        } while (!line.equals("EOF"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }
}
