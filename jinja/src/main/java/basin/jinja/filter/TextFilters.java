package basin.jinja.filter;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.method.Attributes;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Limits;
import basin.jinja.operation.PercentFormat;
import basin.jinja.operation.Text;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Filters that make a text of any value, as it prints.
final class TextFilters {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TITLE = Pattern.compile("([-\\s({\\[<]+)", Pattern.UNICODE_CHARACTER_CLASS);

    static final FilterTable TABLE = new FilterTable()
            .add("lower(s)", (r, a) -> Text.str(a.get(0)).toLowerCase(Locale.ROOT))
            .add("upper(s)", (r, a) -> Text.str(a.get(0)).toUpperCase(Locale.ROOT))
            .add("capitalize(s)", (r, a) -> method(Text.str(a.get(0)), "capitalize"))
            .add("title(s)", (r, a) -> titled(Text.str(a.get(0))))
            .add("trim(value, chars=None)", (r, a) -> method(Text.str(a.get(0)), "strip", a.get(1)))
            .add(
                    "replace(s, old, new, count=None)",
                    (r, a) -> method(
                            Text.str(a.get(0)),
                            "replace",
                            Text.str(a.get(1)),
                            Text.str(a.get(2)),
                            a.get(3) == null ? -1L : a.get(3)))
            .add("center(value, width=80)", (r, a) -> method(Text.str(a.get(0)), "center", a.get(1)))
            .add("indent(s, width=4, first=False, blank=False)", (r, a) -> indented(a))
            .add(
                    "wordcount(s)",
                    (r, a) -> WORD.matcher(Text.str(a.get(0))).results().count())
            .add(
                    "wordwrap(s, width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True)",
                    (r, a) -> WordWrap.wrap(
                            Text.str(a.get(0)),
                            a.integer(1),
                            a.truth(2),
                            a.get(3) == null ? "\n" : a.text(3),
                            a.truth(4)))
            .add("truncate(s, length=255, killwords=False, end='...', leeway=None)", (r, a) -> truncated(a))
            .add("format(value, *args, **kwargs)", (r, a) -> {
                if (!a.more().isEmpty() && !a.keywords().isEmpty()) {
                    throw JinjaException.of("format takes positional or named values, not both");
                }
                Object values = a.keywords().isEmpty() ? Tuple.copyOf(a.more()) : a.keywords();
                return PercentFormat.format(Text.str(a.get(0)), values);
            })
            .add("string(s)", (r, a) -> Text.str(a.get(0)));

    private TextFilters() {}

    /// Calls the method of a text that does what the filter does.
    private static @Nullable Object method(String text, String name, @Nullable Object... arguments) {
        return Attributes.of(text, name) instanceof Callable method ? method.call(Arguments.of(arguments)) : null;
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder();
        Matcher gap = TITLE.matcher(text);
        int from = 0;
        while (gap.find()) {
            titled.append(titledWord(text.substring(from, gap.start()))).append(gap.group());
            from = gap.end();
        }
        return titled.append(titledWord(text.substring(from))).toString();
    }

    private static String titledWord(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT)
                + word.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String indented(Bound arguments) {
        String text = arguments.text(0);
        String indent;
        if (arguments.get(1) instanceof String given) {
            indent = given;
        } else {
            int width = arguments.integer(1);
            if (width > 1 << 16) {
                throw Limits.passed("a text can not be indented by " + width + " characters");
            }
            indent = " ".repeat(Math.max(0, width));
        }
        boolean first = arguments.truth(2);
        boolean blank = arguments.truth(3);
        List<String> lines = new ArrayList<>(List.of((text + "\n").split("\n", -1)));
        lines.removeLast();
        StringBuilder indented = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean shifted = i == 0 ? first : blank || !line.isEmpty();
            indented.append(i == 0 ? "" : "\n").append(shifted ? indent : "").append(line);
        }
        return indented.toString();
    }

    private static @Nullable Object truncated(Bound arguments) {
        int length = arguments.integer(1);
        String end = arguments.text(3);
        int leeway = arguments.get(4) == null ? 5 : arguments.integer(4);
        if (length < end.length() || leeway < 0) {
            throw JinjaException.of("truncate needs a length of at least " + end.length() + " and no negative leeway");
        }
        if (Iteration.length(arguments.get(0)) <= length + leeway) {
            return arguments.get(0);
        }
        String text = arguments.text(0);
        String kept = text.substring(0, length - end.length());
        int space = kept.lastIndexOf(' ');
        return (arguments.truth(2) || space < 0 ? kept : kept.substring(0, space)) + end;
    }
}
