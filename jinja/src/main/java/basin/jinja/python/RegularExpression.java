package basin.jinja.python;

import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Text;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A compiled pattern: what `re.compile()` gives.
final class RegularExpression implements HasAttributes {
    private final String written;
    private final Pattern pattern;

    private RegularExpression(String written, Pattern pattern) {
        this.written = written;
        this.pattern = pattern;
    }

    /// @param flags of [Pattern]
    static RegularExpression compile(String written, int flags) {
        try {
            return new RegularExpression(written, Pattern.compile(PythonPattern.toJava(written), flags));
        } catch (PatternSyntaxException mistake) {
            throw JinjaException.of("'" + written + "' is not a regular expression: " + mistake.getDescription());
        }
    }

    @Nullable
    RegularMatch match(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? new RegularMatch(text, matcher.toMatchResult()) : null;
    }

    @Nullable
    RegularMatch fullMatch(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? new RegularMatch(text, matcher.toMatchResult()) : null;
    }

    @Nullable
    RegularMatch search(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? new RegularMatch(text, matcher.toMatchResult()) : null;
    }

    List<RegularMatch> findEach(String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> new RegularMatch(text, found))
                .toList();
    }

    /// Of each match its only group, all its groups, or all of it where it has none.
    List<@Nullable Object> findAll(String text) {
        List<@Nullable Object> found = new ArrayList<>();
        findEach(text)
                .forEach(match -> found.add(
                        switch (match.groupCount()) {
                            case 0 -> match.group(0);
                            case 1 -> match.groupOr(1, "");
                            default -> match.groups("");
                        }));
        return found;
    }

    /// @param most how many cuts at most; any number where it is zero
    List<@Nullable Object> split(String text, int most) {
        List<@Nullable Object> pieces = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        for (int cuts = 0; (most == 0 || cuts < most) && matcher.find(); cuts++) {
            pieces.add(text.substring(from, matcher.start()));
            for (int group = 1; group <= matcher.groupCount(); group++) {
                pieces.add(matcher.group(group));
            }
            from = matcher.end();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    String replace(@Nullable Object replacement, String text, int most) {
        return String.valueOf(replaceCounting(replacement, text, most).get(0));
    }

    /// The new text and how often something was replaced.
    ///
    /// @param replacement a text with `\1` or `\g<name>` for groups, or a function of the match
    /// @param most how often at most; any number of times where it is zero
    Tuple replaceCounting(@Nullable Object replacement, String text, int most) {
        StringBuilder replaced = new StringBuilder();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        long count = 0;
        while ((most == 0 || count < most) && matcher.find()) {
            RegularMatch match = new RegularMatch(text, matcher.toMatchResult());
            replaced.append(text, from, matcher.start()).append(replacement(replacement, match));
            from = matcher.end();
            count++;
        }
        return Tuple.of(replaced.append(text, from, text.length()).toString(), count);
    }

    private static String replacement(@Nullable Object replacement, RegularMatch match) {
        return switch (replacement) {
            case String template -> match.expand(template);
            case Callable function -> Text.str(function.call(Arguments.of(match)));
            case null, default -> throw JinjaException.of("a replacement has to be a text or a function");
        };
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "pattern" -> written;
            case "groups" -> (long) pattern.matcher("").groupCount();
            case "match" -> Function.of("match(string)", a -> match(a.text(0)));
            case "fullmatch" -> Function.of("fullmatch(string)", a -> fullMatch(a.text(0)));
            case "search" -> Function.of("search(string)", a -> search(a.text(0)));
            case "findall" -> Function.of("findall(string)", a -> findAll(a.text(0)));
            case "finditer" -> Function.of("finditer(string)", a -> findEach(a.text(0)));
            case "split" -> Function.of("split(string, maxsplit=0)", a -> split(a.text(0), a.integer(1)));
            case "sub" -> Function.of("sub(repl, string, count=0)", a -> replace(a.get(0), a.text(1), a.integer(2)));
            case "subn" ->
                Function.of("subn(repl, string, count=0)", a -> replaceCounting(a.get(0), a.text(1), a.integer(2)));
            default -> Absent.ABSENT;
        };
    }

    @Override
    public String toString() {
        return "re.compile(" + Text.repr(written) + ")";
    }
}
