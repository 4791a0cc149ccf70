package basin.jinja.method;

import basin.jinja.error.JinjaException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts texts into lists.
final class Split {
    private Split() {}

    /// @param separator null for white space of any length, which is then no part of any piece
    /// @param most how many cuts at most; any number where it is negative
    static List<@Nullable Object> fromLeft(String text, @Nullable String separator, int most) {
        List<@Nullable Object> pieces = new ArrayList<>();
        int from = separator == null ? skip(text, 0) : 0;
        if (separator == null && from == text.length()) {
            return pieces;
        }
        while (most < 0 || pieces.size() < most) {
            int cut = separator == null ? space(text, from) : find(text, separator, from);
            if (cut < 0) {
                break;
            }
            pieces.add(text.substring(from, cut));
            from = separator == null ? skip(text, cut) : cut + separator.length();
            if (separator == null && from == text.length()) {
                return pieces;
            }
        }
        pieces.add(separator == null && most < 0 ? text.substring(from).stripTrailing() : text.substring(from));
        return pieces;
    }

    /// As [#fromLeft], but where cuts are limited, the last ones are made.
    static List<@Nullable Object> fromRight(String text, @Nullable String separator, int most) {
        String reversed = new StringBuilder(text).reverse().toString();
        String reversedSeparator = separator == null
                ? null
                : new StringBuilder(separator).reverse().toString();
        List<@Nullable Object> pieces = new ArrayList<>();
        fromLeft(reversed, reversedSeparator, most)
                .forEach(piece -> pieces.add(
                        new StringBuilder(String.valueOf(piece)).reverse().toString()));
        Collections.reverse(pieces);
        return pieces;
    }

    private static int find(String text, String separator, int from) {
        if (separator.isEmpty()) {
            throw JinjaException.of("a text can not be split at an empty separator");
        }
        return text.indexOf(separator, from);
    }

    private static int space(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static List<@Nullable Object> lines(String text, boolean keepEnds) {
        List<@Nullable Object> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && "\n\r\u000b\f\u0085\u2028\u2029".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            boolean pair = text.startsWith("\r\n", end);
            int next = Math.min(text.length(), end + (pair ? 2 : 1));
            lines.add(text.substring(from, keepEnds ? next : end));
            from = next;
        }
        return lines;
    }
}
