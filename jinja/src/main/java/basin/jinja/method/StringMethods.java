package basin.jinja.method;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.FormatSpec;
import basin.jinja.operation.Items;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Limits;
import basin.jinja.operation.TypeName;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The methods of texts.
final class StringMethods {
    static final MethodTable<String> TABLE = new MethodTable<String>()
            .add("capitalize()", (self, a) -> capitalized(self))
            .add("casefold()", (self, a) -> self.toLowerCase(Locale.ROOT).replace("ß", "ss"))
            .add("center(width, fillchar=' ')", (self, a) -> padded(self, a, '^'))
            .add("count(sub, start=None, end=None)", (self, a) -> count(part(self, a, 1), a.text(0)))
            .add(
                    "endswith(suffix, start=None, end=None)",
                    (self, a) -> any(a.get(0), suffix -> part(self, a, 1).endsWith(suffix)))
            .add("expandtabs(tabsize=8)", (self, a) -> expanded(self, a.integer(0)))
            .add("find(sub, start=None, end=None)", (self, a) -> find(self, a, false))
            .add("format(*args, **kwargs)", (self, a) -> TextFormat.format(self, a.more(), a.keywords()))
            .add("format_map(mapping)", (self, a) -> TextFormat.format(self, List.of(), a.get(0)))
            .add("index(sub, start=None, end=None)", (self, a) -> found(find(self, a, false)))
            .add("isalnum()", (self, a) -> all(self, Character::isLetterOrDigit))
            .add("isalpha()", (self, a) -> all(self, Character::isLetter))
            .add("isascii()", (self, a) -> self.codePoints().allMatch(c -> c < 128))
            .add("isdecimal()", (self, a) -> all(self, Character::isDigit))
            .add("isdigit()", (self, a) -> all(self, Character::isDigit))
            .add("isidentifier()", (self, a) -> isIdentifier(self))
            .add("islower()", (self, a) -> hasCase(self) && self.equals(self.toLowerCase(Locale.ROOT)))
            .add("isnumeric()", (self, a) -> all(self, StringMethods::isNumeric))
            .add("isspace()", (self, a) -> all(self, Character::isWhitespace))
            .add("istitle()", (self, a) -> hasCase(self) && self.equals(titled(self)))
            .add("isupper()", (self, a) -> hasCase(self) && self.equals(self.toUpperCase(Locale.ROOT)))
            .add("join(iterable)", StringMethods::joined)
            .add("ljust(width, fillchar=' ')", (self, a) -> padded(self, a, '<'))
            .add("lower()", (self, a) -> self.toLowerCase(Locale.ROOT))
            .add("lstrip(chars=None)", (self, a) -> stripped(self, a.textOrNone(0), true, false))
            .add("partition(sep)", (self, a) -> partitioned(self, a.text(0), self.indexOf(a.text(0)), false))
            .add(
                    "removeprefix(prefix)",
                    (self, a) -> self.startsWith(a.text(0))
                            ? self.substring(a.text(0).length())
                            : self)
            .add(
                    "removesuffix(suffix)",
                    (self, a) -> self.endsWith(a.text(0))
                            ? self.substring(0, self.length() - a.text(0).length())
                            : self)
            .add("replace(old, new, count=-1)", (self, a) -> replaced(self, a.text(0), a.text(1), a.integer(2)))
            .add("rfind(sub, start=None, end=None)", (self, a) -> find(self, a, true))
            .add("rindex(sub, start=None, end=None)", (self, a) -> found(find(self, a, true)))
            .add("rjust(width, fillchar=' ')", (self, a) -> padded(self, a, '>'))
            .add("rpartition(sep)", (self, a) -> partitioned(self, a.text(0), self.lastIndexOf(a.text(0)), true))
            .add("rsplit(sep=None, maxsplit=-1)", (self, a) -> Split.fromRight(self, a.textOrNone(0), a.integer(1)))
            .add("rstrip(chars=None)", (self, a) -> stripped(self, a.textOrNone(0), false, true))
            .add("split(sep=None, maxsplit=-1)", (self, a) -> Split.fromLeft(self, a.textOrNone(0), a.integer(1)))
            .add("splitlines(keepends=False)", (self, a) -> Split.lines(self, a.truth(0)))
            .add(
                    "startswith(prefix, start=None, end=None)",
                    (self, a) -> any(a.get(0), prefix -> part(self, a, 1).startsWith(prefix)))
            .add("strip(chars=None)", (self, a) -> stripped(self, a.textOrNone(0), true, true))
            .add("swapcase()", (self, a) -> swapped(self))
            .add("title()", (self, a) -> titled(self))
            .add("translate(table)", StringMethods::translated)
            .add("upper()", (self, a) -> self.toUpperCase(Locale.ROOT))
            .add("zfill(width)", (self, a) -> zeroFilled(self, a.integer(0)));

    private StringMethods() {}

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /// The part that optional bounds leave, which are arguments `from` and the one after it.
    private static String part(String text, Bound arguments, int from) {
        if (arguments.get(from) == null && arguments.get(from + 1) == null) {
            return text;
        }
        return (String) Items.slice(text, arguments.get(from), arguments.get(from + 1), null);
    }

    private static boolean any(@Nullable Object wanted, Predicate<String> matches) {
        if (wanted instanceof Tuple several) {
            return several.stream().anyMatch(each -> each instanceof String text && matches.test(text));
        }
        if (wanted instanceof String text) {
            return matches.test(text);
        }
        throw JinjaException.of("a text or a tuple of texts is needed here, not " + TypeName.of(wanted));
    }

    private static long count(String text, String wanted) {
        if (wanted.isEmpty()) {
            return text.codePointCount(0, text.length()) + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }

    private static long find(String text, Bound arguments, boolean last) {
        String wanted = arguments.text(0);
        String within = part(text, arguments, 1);
        int at = last ? within.lastIndexOf(wanted) : within.indexOf(wanted);
        if (at < 0) {
            return -1;
        }
        int length = text.codePointCount(0, text.length());
        int start = arguments.get(1) == null ? 0 : arguments.integer(1);
        return Math.max(0, start < 0 ? start + length : start) + (long) within.codePointCount(0, at);
    }

    private static long found(long index) {
        if (index < 0) {
            throw JinjaException.of("the text to find does not occur");
        }
        return index;
    }

    private static boolean all(String text, IntPredicate condition) {
        return !text.isEmpty() && text.codePoints().allMatch(condition);
    }

    private static boolean isNumeric(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean hasCase(String text) {
        return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && (Character.isUnicodeIdentifierStart(text.charAt(0)) || text.charAt(0) == '_')
                && text.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }

    private static String joined(String separator, Bound arguments) {
        List<String> parts = new ArrayList<>();
        Iteration.of(arguments.get(0)).forEachRemaining(part -> {
            if (!(part instanceof String text)) {
                throw JinjaException.of(
                        "join() takes texts only, and element " + parts.size() + " is of type " + TypeName.of(part));
            }
            parts.add(text);
        });
        return String.join(separator, parts);
    }

    private static String padded(String text, Bound arguments, char align) {
        int width = arguments.integer(0);
        if (width > 1 << 20) {
            throw Limits.passed("a text can not be filled up to " + width + " characters");
        }
        int fill = arguments.text(1).codePointAt(0);
        if (align == '^') {
            int missing = Math.max(0, width - text.codePointCount(0, text.length()));
            int left = missing / 2 + (missing & width & 1);
            String filling = Character.toString(fill);
            return filling.repeat(left) + text + filling.repeat(missing - left);
        }
        return new FormatSpec(fill, align, '-', false, width, "", -1, "s").format(text);
    }

    private static String zeroFilled(String text, int width) {
        int missing = Math.min(1 << 20, width - text.codePointCount(0, text.length()));
        if (missing <= 0) {
            return text;
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return signed ? text.charAt(0) + "0".repeat(missing) + text.substring(1) : "0".repeat(missing) + text;
    }

    private static String expanded(String text, int size) {
        StringBuilder expanded = new StringBuilder();
        int column = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\t') {
                int spaces = size <= 0 ? 0 : size - column % size;
                expanded.repeat(' ', spaces);
                column += spaces;
            } else {
                expanded.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return expanded.toString();
    }

    private static String stripped(String text, @Nullable String characters, boolean left, boolean right) {
        IntPredicate goes = characters == null ? Character::isWhitespace : c -> characters.indexOf(c) >= 0;
        int start = 0;
        int end = text.length();
        while (left && start < end && goes.test(text.codePointAt(start))) {
            start = text.offsetByCodePoints(start, 1);
        }
        while (right && end > start && goes.test(text.codePointBefore(end))) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(start, end);
    }

    private static Tuple partitioned(String text, String separator, int at, boolean fromRight) {
        if (at < 0) {
            return fromRight ? Tuple.of("", "", text) : Tuple.of(text, "", "");
        }
        return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    /// @param count how often at most; any number of times where it is negative
    static String replaced(String text, String old, String replacement, int count) {
        if (count < 0) {
            return text.replace(old, replacement);
        }
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (int done = 0; done < count; done++) {
            int at = text.indexOf(old, old.isEmpty() && done > 0 ? from + 1 : from);
            if (at < 0) {
                break;
            }
            replaced.append(text, from, at).append(replacement);
            from = at + old.length();
            if (old.isEmpty() && from >= text.length()) {
                break;
            }
        }
        return replaced.append(text.substring(from)).toString();
    }

    private static String swapped(String text) {
        StringBuilder swapped = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(swapped::appendCodePoint);
        return swapped.toString();
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder();
        boolean inWord = false;
        for (int c : text.codePoints().toArray()) {
            titled.appendCodePoint(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inWord = Character.isLetter(c);
        }
        return titled.toString();
    }

    private static String translated(String text, Bound arguments) {
        if (!(arguments.get(0) instanceof Map<?, ?> table)) {
            throw arguments.wrong(0, "a dict");
        }
        StringBuilder translated = new StringBuilder();
        text.codePoints().forEach(c -> {
            Object replacement = table.containsKey((long) c) ? table.get((long) c) : Character.toString(c);
            if (replacement instanceof Long number) {
                translated.appendCodePoint(Math.toIntExact(number));
            } else if (replacement != null) {
                translated.append(replacement);
            }
        });
        return translated.toString();
    }
}
