package basin.jinja.filter;

import basin.jinja.error.JinjaException;
import java.util.ArrayList;
import java.util.List;
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
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String chunk : chunks(line, width, breakWords, breakHyphens)) {
            if (current.length() + chunk.length() > width && !current.isEmpty()) {
                boolean space = chunk.isBlank();
                if (!current.toString().isBlank() || lines.isEmpty()) {
                    lines.add(current.toString().stripTrailing());
                }
                current.setLength(0);
                if (space) {
                    continue;
                }
            }
            current.append(chunk);
        }
        if (!current.isEmpty() && (!current.toString().isBlank() || lines.isEmpty())) {
            lines.add(current.toString());
        }
        return lines;
    }

    private static List<String> chunks(String line, int width, boolean breakWords, boolean breakHyphens) {
        List<String> chunks = new ArrayList<>();
        CHUNK.matcher(line).results().forEach(match -> {
            String chunk = match.group();
            List<String> pieces = breakHyphens && !chunk.isBlank()
                    ? HYPHENATED
                            .matcher(chunk)
                            .results()
                            .map(piece -> piece.group())
                            .toList()
                    : List.of(chunk);
            for (String piece : pieces) {
                for (int from = 0; from < piece.length(); from += width) {
                    boolean whole = !breakWords || piece.length() <= width;
                    chunks.add(whole ? piece : piece.substring(from, Math.min(piece.length(), from + width)));
                    if (whole) {
                        break;
                    }
                }
            }
        });
        return chunks;
    }
}
