package basin.jinja.filter;

import basin.jinja.error.JinjaException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Breaks lines between words, so that none is longer than a width. Lines that are there stay apart.
final class WordWrap {
    private static final Pattern CHUNK = Pattern.compile("\\s+|\\S+");
    private static final Pattern HYPHENATED = Pattern.compile("[^-\\s]*\\w-(?=\\w)|\\S+?(?=\\s|$)|\\S+");

    private WordWrap() {}

    static String wrap(String text, int width, boolean breakWords, String lineEnd, boolean breakHyphens) {
        if (width <= 0) {
            throw JinjaException.of("the width of wordwrap has to be positive");
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n|[\n\r]", -1)) {
            lines.add(String.join(lineEnd, wrapLine(line, width, breakWords, breakHyphens)));
        }
        if (text.endsWith("\n")) {
            lines.removeLast();
        }
        return String.join(lineEnd, lines);
    }

    private static List<String> wrapLine(String line, int width, boolean breakWords, boolean breakHyphens) {
        Deque<String> chunks = chunks(line, breakHyphens);
        List<String> lines = new ArrayList<>();
        while (!chunks.isEmpty()) {
            if (!lines.isEmpty() && chunks.element().isBlank()) {
                chunks.pop();
            }
            StringBuilder current = new StringBuilder();
            while (!chunks.isEmpty() && current.length() + chunks.element().length() <= width) {
                current.append(chunks.pop());
            }
            if (!chunks.isEmpty() && chunks.element().length() > width) {
                longWord(chunks, current, width, breakWords, breakHyphens);
            }
            String filled = current.toString().stripTrailing();
            if (!filled.isEmpty()) {
                lines.add(filled);
            }
        }
        return lines;
    }

    /// Puts as much of a word that is too long for any line onto this one as it takes.
    private static void longWord(
            Deque<String> chunks, StringBuilder current, int width, boolean breakWords, boolean breakHyphens) {
        if (!breakWords) {
            if (current.isEmpty()) {
                current.append(chunks.pop());
            }
            return;
        }
        String word = chunks.pop();
        int end = Math.max(1, width - current.length());
        int hyphen = breakHyphens ? word.lastIndexOf('-', end - 1) : -1;
        if (hyphen > 0 && word.substring(0, hyphen).chars().anyMatch(c -> c != '-')) {
            end = hyphen + 1;
        }
        current.append(word, 0, end);
        chunks.push(word.substring(end));
    }

    private static Deque<String> chunks(String line, boolean breakHyphens) {
        Deque<String> chunks = new ArrayDeque<>();
        CHUNK.matcher(line).results().map(MatchResult::group).forEach(chunk -> {
            if (breakHyphens && !chunk.isBlank()) {
                HYPHENATED.matcher(chunk).results().map(MatchResult::group).forEach(chunks::add);
            } else {
                chunks.add(chunk);
            }
        });
        return chunks;
    }
}
