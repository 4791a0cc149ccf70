package basin.engine.sql;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Suggestion;
import java.util.Locale;
import java.util.Set;

/// Which functions a query may call: lists of what is allowed, since DuckDB gains functions that read files,
/// settings or other people's queries with every release.
///
/// Of table functions, those that make rows out of nothing but their arguments. Of the others, which compute a
/// value from values, those in `offered-functions.txt`. Those that DuckDB has besides are in
/// `refused-functions.txt`, with the reasons; what is in neither list is not called either.
final class Functions {

    private static final Set<String> TABLES = Set.of(
            "range",
            "generate_series",
            "unnest",
            "repeat",
            "repeat_row",
            "json_each",
            "json_tree",
            "pg_timezone_names",
            "icu_calendar_names");

    private static final FunctionList OFFERED = FunctionList.read("offered-functions.txt");

    private static final FunctionList REFUSED = FunctionList.read("refused-functions.txt");

    private Functions() {}

    /// Whether it may stand where a table may.
    static boolean mayBeTable(String name) {
        return TABLES.contains(name.toLowerCase(Locale.ROOT));
    }

    /// Whether it may stand where a value may.
    static boolean mayBeValue(String name) {
        return OFFERED.has(name);
    }

    /// What is wrong with a function that may not stand where a value may.
    static Problem problem(String name, Place place) {
        return REFUSED.has(name)
                ? Problem.wrong("the function '" + name + "' is not offered to queries", place)
                : Problem.wrong("there is no function '" + name + "'", place)
                        .advise(Suggestion.didYouMean(name, OFFERED.names()));
    }
}
