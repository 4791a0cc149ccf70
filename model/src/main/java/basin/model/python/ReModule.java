package basin.model.python;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Python's `re`: regular expressions.
final class ReModule {
    static final PythonObject MODULE = new PythonObject("module re")
            .function(
                    "match(pattern, string, flags=0)",
                    arguments -> match(
                            pattern(arguments, 2)
                                    .matcher(arguments.text(1))
                                    .region(0, arguments.text(1).length()),
                            Anchor.START))
            .function(
                    "fullmatch(pattern, string, flags=0)",
                    arguments -> match(pattern(arguments, 2).matcher(arguments.text(1)), Anchor.BOTH))
            .function(
                    "search(pattern, string, flags=0)",
                    arguments -> match(pattern(arguments, 2).matcher(arguments.text(1)), Anchor.NONE))
            .function("findall(pattern, string, flags=0)", arguments -> all(pattern(arguments, 2), arguments.text(1)))
            .function(
                    "finditer(pattern, string, flags=0)",
                    arguments -> matches(pattern(arguments, 2), arguments.text(1)))
            .function(
                    "sub(pattern, repl, string, count=0, flags=0)",
                    arguments ->
                            replaced(pattern(arguments, 4), arguments.get(1), arguments.text(2), arguments.integer(3)))
            .function(
                    "split(pattern, string, maxsplit=0, flags=0)",
                    arguments -> split(pattern(arguments, 3), arguments.text(1), arguments.integer(2)))
            .function("compile(pattern, flags=0)", arguments -> new Compiled(pattern(arguments, 1)))
            .function("escape(pattern)", arguments -> arguments.text(0).replaceAll("([^A-Za-z0-9_])", "\\\\$1"))
            .value("I", (long) Pattern.CASE_INSENSITIVE)
            .value("IGNORECASE", (long) Pattern.CASE_INSENSITIVE)
            .value("M", (long) Pattern.MULTILINE)
            .value("MULTILINE", (long) Pattern.MULTILINE)
            .value("S", (long) Pattern.DOTALL)
            .value("DOTALL", (long) Pattern.DOTALL)
            .value("X", (long) Pattern.COMMENTS)
            .value("VERBOSE", (long) Pattern.COMMENTS);

    private ReModule() {}

    private enum Anchor {
        NONE,
        START,
        BOTH
    }

    /// What `compile()` gives: the functions of the module without their first argument.
    private record Compiled(Pattern pattern) implements HasAttributes {
        @Override
        public @Nullable Object attribute(String name) {
            Object function = MODULE.attribute(name);
            return switch (name) {
                case "pattern" -> pattern.pattern();
                case "match", "fullmatch", "search", "findall", "finditer", "sub", "split" ->
                    (Callable) arguments -> ((Callable) Objects.requireNonNull(function)).call(arguments.after(this));
                default -> Absent.ABSENT;
            };
        }
    }

    private static Pattern pattern(Bound arguments, int flags) {
        if (arguments.get(0) instanceof Compiled compiled) {
            return compiled.pattern;
        }
        try {
            return Pattern.compile(PythonPattern.toJava(arguments.text(0)), arguments.integer(flags));
        } catch (PatternSyntaxException wrong) {
            throw JinjaException.of("'" + arguments.text(0) + "' is no regular expression: " + wrong.getDescription());
        }
    }

    private static @Nullable Object match(Matcher matcher, Anchor anchor) {
        boolean found = switch (anchor) {
            case NONE -> matcher.find();
            case START -> matcher.lookingAt();
            case BOTH -> matcher.matches();
        };
        return found ? new Match(matcher.toMatchResult()) : null;
    }

    private static List<@Nullable Object> all(Pattern pattern, String text) {
        List<@Nullable Object> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(
                    switch (matcher.groupCount()) {
                        case 0 -> matcher.group();
                        case 1 -> group(matcher, 1);
                        default -> {
                            List<@Nullable Object> groups = new ArrayList<>();
                            for (int i = 1; i <= matcher.groupCount(); i++) {
                                groups.add(group(matcher, i));
                            }
                            yield Tuple.copyOf(groups);
                        }
                    });
        }
        return all;
    }

    private static String group(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private static List<Match> matches(Pattern pattern, String text) {
        return new ArrayList<>(pattern.matcher(text).results().map(Match::new).toList());
    }

    private static String replaced(Pattern pattern, @Nullable Object replacement, String text, int most) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder replaced = new StringBuilder();
        for (int done = 0; (most == 0 || done < most) && matcher.find(); done++) {
            String by = replacement instanceof Callable function
                    ? String.valueOf(function.call(Arguments.of(new Match(matcher.toMatchResult()))))
                    : expanded(String.valueOf(replacement), matcher);
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(by));
        }
        return matcher.appendTail(replaced).toString();
    }

    /// A replacement with its references to groups, `\1` or `\g<name>`, resolved.
    private static String expanded(String replacement, Matcher matcher) {
        Matcher reference = Pattern.compile("\\\\(?:(\\d{1,2})|g<(\\w+)>|(.))").matcher(replacement);
        StringBuilder text = new StringBuilder();
        while (reference.find()) {
            String by = referenced(reference, matcher);
            reference.appendReplacement(text, Matcher.quoteReplacement(by));
        }
        return reference.appendTail(text).toString();
    }

    private static String referenced(Matcher reference, Matcher matcher) {
        if (reference.group(1) != null) {
            return group(matcher, Integer.parseInt(reference.group(1)));
        }
        String name = reference.group(2);
        if (name != null) {
            String named = name.matches("\\d+") ? matcher.group(Integer.parseInt(name)) : matcher.group(name);
            return named == null ? "" : named;
        }
        return switch (reference.group(3)) {
            case "n" -> "\n";
            case "t" -> "\t";
            default -> reference.group(3);
        };
    }

    private static List<String> split(Pattern pattern, String text, int most) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int at = 0;
        while ((most == 0 || parts.size() < most) && matcher.find()) {
            parts.add(text.substring(at, matcher.start()));
            at = matcher.end();
        }
        parts.add(text.substring(at));
        return parts;
    }

    /// What a regular expression found.
    private record Match(MatchResult result) implements HasAttributes {
        @Override
        public @Nullable Object attribute(String name) {
            return switch (name) {
                case "group" -> (Callable) arguments -> group(arguments);
                case "groups" -> (Callable) _ -> groups();
                case "start" -> (Callable) _ -> (long) result.start();
                case "end" -> (Callable) _ -> (long) result.end();
                case "span" -> (Callable) _ -> Tuple.of((long) result.start(), (long) result.end());
                default -> Absent.ABSENT;
            };
        }

        private @Nullable Object group(Arguments arguments) {
            List<@Nullable Object> wanted = arguments.positional();
            if (wanted.size() <= 1) {
                return one(wanted.isEmpty() ? 0L : wanted.getFirst());
            }
            return Tuple.copyOf(wanted.stream().map(this::one).toList());
        }

        private @Nullable String one(@Nullable Object group) {
            try {
                return group instanceof Number number
                        ? result.group(number.intValue())
                        : result.group(String.valueOf(group));
            } catch (IndexOutOfBoundsException | IllegalArgumentException missing) {
                throw JinjaException.of("the match has no group " + group);
            }
        }

        private Tuple groups() {
            List<@Nullable Object> groups = new ArrayList<>();
            for (int i = 1; i <= result.groupCount(); i++) {
                groups.add(result.group(i));
            }
            return Tuple.copyOf(groups);
        }
    }
}
