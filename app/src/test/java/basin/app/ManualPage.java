package basin.app;

import basin.testkit.postgres.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the manual, with two kinds of fenced blocks that can be followed:
///
/// - one behind a line that ends in a file's name, such as "in `sources/shop.yml`:", is the content of that file;
/// - one marked `console` has lines that begin with `$ `, which are typed, and behind each what is seen then. A `…`
///   stands for anything, line breaks included.
///
/// @param text in Markdown
record ManualPage(String text) {

    private static final Pattern BLOCK =
            Pattern.compile("(?<before>[^\\n]*\\n)\\n?```(?<kind>\\w+)\\n(?<body>.*?)```\\n", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("`(?<name>[^`\\s]+)`:\\n");
    private static final Pattern TYPED = Pattern.compile("(?m)^\\$ (?<line>.*)\\n(?<seen>(?:(?!\\$ ).*\\n)*)");

    /// Does what the page says, and returns it with what was really seen; where that is what the page shows, it stays
    /// as it is.
    String replay(Reader reader) throws IOException {
        StringBuilder page = new StringBuilder();
        Matcher block = BLOCK.matcher(text);
        int end = 0;
        while (block.find()) {
            String body = block.group("body");
            if (block.group("kind").equals("console")) {
                page.append(text, end, block.start("body")).append(console(body, reader));
                end = block.end("body");
            } else {
                Matcher file = FILE.matcher(block.group("before"));
                if (file.find()) {
                    reader.write(file.group("name"), body);
                }
            }
        }
        return page.append(text.substring(end)).toString();
    }

    private static String console(String body, Reader reader) throws IOException {
        StringBuilder console = new StringBuilder();
        Matcher typed = TYPED.matcher(body);
        while (typed.find()) {
            String seen = reader.type(typed.group("line"));
            boolean same = seen.matches(pattern(typed.group("seen")));
            console.append("$ ").append(typed.group("line")).append('\n');
            console.append(same ? typed.group("seen") : seen);
        }
        return console.toString();
    }

    /// What matches a text in which `…` stands for anything.
    private static String pattern(String expected) {
        List<String> parts = new ArrayList<>();
        for (String part : expected.split("…", -1)) {
            parts.add(Pattern.quote(part));
        }
        return "(?s)" + String.join(".*", parts);
    }

    /// Somebody who follows the manual in a folder, with a Postgres server at hand. A few words of the shell are
    /// understood beside `basin`: `cd`, `mv`, `cat`, `rm` and `psql -f FILE`.
    static final class Reader {
        private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

        private final PostgresDatabase database;
        private final Path start;
        private Path folder;

        Reader(Path folder, PostgresDatabase database) {
            this.start = folder;
            this.folder = folder;
            this.database = database;
        }

        /// Puts a file where the reader is.
        void write(String name, String content) throws IOException {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }

        /// Types a line, and returns what is on the screen when it has been done.
        String type(String line) throws IOException {
            List<String> words = words(line);
            switch (words.getFirst()) {
                case "basin" -> {
                    return basin(words.subList(1, words.size()));
                }
                case "cat" -> {
                    return Files.readString(folder.resolve(words.get(1)));
                }
                case "cd" -> folder = folder.resolve(words.get(1)).normalize();
                case "mv" -> Files.move(folder.resolve(words.get(1)), folder.resolve(words.get(2)));
                case "rm" -> Files.delete(folder.resolve(words.get(1)));
                case "psql" -> database.execute(Files.readString(folder.resolve(words.get(2))));
                default -> throw new IllegalArgumentException("the manual can not type: " + line);
            }
            return "";
        }

        /// Progress is on the screen only while it lasts.
        private String basin(List<String> words) {
            Typed.Seen seen = new Typed(folder)
                    .with("PGHOST", database.host())
                    .with("PGPORT", String.valueOf(database.port()))
                    .with("PGDATABASE", database.name())
                    .basin(words.toArray(String[]::new));
            String screen = seen.exitCode() == 0 ? seen.out() : seen.out() + seen.err();
            return screen.replace(start.toString(), "/home/alice");
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
}
