package basin.model.selection;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads selections as they are written on a command line: `tag:daily,path:models/marts+ @orders 2+customers+1`.
///
/// Spaces unite, commas intersect. A criterion without a method is a path if it has a slash, a file if it ends in
/// `.sql`, `.py` or `.csv`, and a name otherwise.
public final class SelectionParser {
    private static final Pattern CRITERION = Pattern.compile(
            "(?<around>@)?(?<parents>(?<parentSteps>\\d*)\\+)?(?:(?<method>[\\w.]+):)?(?<value>.*?)(?<children>\\+(?<childSteps>\\d*))?");

    private SelectionParser() {}

    /// What `--select` and `--exclude` say together.
    ///
    /// @param select empty for everything
    /// @throws ProblemException if something is not a selection
    public static Selection parse(List<String> select, List<String> exclude) {
        Selection included = select.isEmpty() ? new Selection.Everything() : union(select);
        return exclude.isEmpty() ? included : new Selection.Difference(included, union(exclude));
    }

    private static Selection union(List<String> written) {
        List<Selection> parts = new ArrayList<>();
        for (String words : written) {
            for (String word : words.strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    List<Selection> all = new ArrayList<>();
                    for (String part : word.split(",")) {
                        all.add(criterion(part, null, Place.NOWHERE));
                    }
                    parts.add(all.size() == 1 ? all.getFirst() : new Selection.Intersection(all));
                }
            }
        }
        return new Selection.Union(parts);
    }

    /// Reads one criterion.
    ///
    /// @throws ProblemException if it is none
    static Selection.Criterion criterion(String written, @Nullable IndirectSelection indirect, Place place) {
        Matcher matcher = CRITERION.matcher(written);
        if (!matcher.matches() || matcher.group("value").isEmpty()) {
            throw refuse(
                    "'" + written + "' selects nothing", place, "write a name, or a method and a value: tag:daily");
        }
        boolean childrensParents = matcher.group("around") != null;
        boolean children = matcher.group("children") != null;
        if (childrensParents && children) {
            throw refuse(
                    "'" + written + "' has both '@' and a '+' behind it",
                    place,
                    "leave the '+' out: '@' means what depends on it already");
        }
        String value = matcher.group("value");
        String method = matcher.group("method");
        Selection.Around around = new Selection.Around(
                childrensParents,
                steps(matcher.group("parents") != null, matcher.group("parentSteps"), written, place),
                steps(children, matcher.group("childSteps"), written, place));
        return new Selection.Criterion(
                written, method == null ? method(value) : method(method, place), value, around, indirect);
    }

    /// The method of that name, with its arguments.
    ///
    /// @throws ProblemException if there is none
    static Selection.Method method(String written, Place place) {
        List<String> parts = Arrays.asList(written.split("\\."));
        String name = parts.getFirst();
        if (!Methods.NAMES.contains(name)) {
            throw refuse(
                    "unknown method '" + name + "'; one of " + String.join(", ", Methods.NAMES),
                    place,
                    Suggestion.didYouMean(name, Methods.NAMES));
        }
        return new Selection.Method(name, List.copyOf(parts.subList(1, parts.size())));
    }

    private static Selection.Method method(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean file = lower.endsWith(".sql") || lower.endsWith(".py") || lower.endsWith(".csv");
        String name = value.contains("/") ? "path" : file ? "file" : "fqn";
        return new Selection.Method(name, List.of());
    }

    private static OptionalInt steps(boolean any, @Nullable String count, String written, Place place) {
        if (!any) {
            return OptionalInt.empty();
        }
        if (count == null || count.isEmpty()) {
            return OptionalInt.of(Selection.Around.ALL_STEPS);
        }
        try {
            return OptionalInt.of(Integer.parseInt(count));
        } catch (NumberFormatException _) {
            throw refuse("'" + written + "' goes too many steps", place, null);
        }
    }

    static ProblemException refuse(String what, Place place, @Nullable String remedy) {
        return new ProblemException(Problem.wrong(what, place).advise(remedy));
    }
}
