package basin.jinja.python;

import basin.jinja.call.Bound;
import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Numbers;
import basin.jinja.operation.Text;
import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.HasItems;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of a text that a regular expression fits.
record RegularMatch(String text, MatchResult found) implements HasAttributes, HasItems {
    private static final Pattern REFERENCE = Pattern.compile("\\\\(?:(\\d{1,2})|g<(\\w+)>|(.))", Pattern.DOTALL);

    int groupCount() {
        return found.groupCount();
    }

    /// A group by its number or name; null where it took no part.
    @Nullable
    String group(@Nullable Object group) {
        return found.group(number(group));
    }

    private int number(@Nullable Object group) {
        Integer named = group instanceof String name ? found.namedGroups().get(name) : null;
        int number = named != null ? named : group instanceof String ? -1 : Numbers.index(group, "a group");
        if (number < 0 || number > found.groupCount()) {
            throw JinjaException.of("the regular expression has no group " + Text.repr(group));
        }
        return number;
    }

    String groupOr(int group, String otherwise) {
        String value = found.group(group);
        return value == null ? otherwise : value;
    }

    Tuple groups(@Nullable Object otherwise) {
        List<@Nullable Object> groups = new ArrayList<>();
        for (int i = 1; i <= found.groupCount(); i++) {
            groups.add(found.group(i) == null ? otherwise : found.group(i));
        }
        return Tuple.copyOf(groups);
    }

    /// A template with the groups that it refers to.
    String expand(String template) {
        return REFERENCE.matcher(template).replaceAll(reference -> {
            String number = reference.group(1);
            String name = reference.group(2);
            String value;
            if (number != null) {
                value = group((Object) Long.valueOf(number));
            } else if (name != null) {
                value = group(name.matches("\\d+") ? (Object) Long.valueOf(name) : name);
            } else {
                value = switch (reference.group(3)) {
                    case "n" -> "\n";
                    case "t" -> "\t";
                    case "r" -> "\r";
                    case "\\" -> "\\";
                    default -> reference.group();
                };
            }
            return value == null ? "" : Matcher.quoteReplacement(value);
        });
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "group" -> Function.of("group(*groups)", this::group);
            case "groups" -> Function.of("groups(default=None)", a -> groups(a.get(0)));
            case "groupdict" -> Function.of("groupdict(default=None)", a -> named(a.get(0)));
            case "start" -> Function.of("start(group=0)", a -> (long) found.start(number(a.get(0))));
            case "end" -> Function.of("end(group=0)", a -> (long) found.end(number(a.get(0))));
            case "span" ->
                Function.of(
                        "span(group=0)",
                        a -> Tuple.of((long) found.start(number(a.get(0))), (long) found.end(number(a.get(0)))));
            case "expand" -> Function.of("expand(template)", a -> expand(a.text(0)));
            case "string" -> text;
            default -> Absent.ABSENT;
        };
    }

    private @Nullable Object group(Bound arguments) {
        List<@Nullable Object> wanted = arguments.more();
        if (wanted.size() < 2) {
            return group(wanted.isEmpty() ? (Object) 0L : wanted.getFirst());
        }
        List<@Nullable Object> groups = new ArrayList<>();
        wanted.forEach(each -> groups.add(group(each)));
        return Tuple.copyOf(groups);
    }

    private Map<String, @Nullable Object> named(@Nullable Object otherwise) {
        Map<String, @Nullable Object> groups = new LinkedHashMap<>();
        found.namedGroups().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> {
                    String value = found.group(entry.getValue());
                    groups.put(entry.getKey(), value == null ? otherwise : value);
                });
        return groups;
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return group(key);
    }

    @Override
    public String toString() {
        return "<re.Match object; span=(" + found.start() + ", " + found.end() + "), match=" + Text.repr(found.group())
                + ">";
    }
}
