package basin.run.build;

import basin.core.stream.TableName;
import basin.engine.workspace.WorkspaceSession;
import basin.model.adapter.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A seed's rows as a query, with the types that its values have.
///
/// A column is the first of these that all its values fit: an integer, a number, a date, a time, a truth; else it is
/// text. Empty cells, and the word `null`, are null. What `column_types` says of a column is not looked at again.
final class SeedQuery {
    private static final String NULLS = "(trim(%1$s) = '' or lower(trim(%1$s)) = 'null')";

    /// The types in the order in which they are tried, each with the condition that a value fits it.
    private static final Map<String, String> TYPES = types();

    private final WorkspaceSession session;
    private final List<String> names;
    private final String rows;

    /// @param file      which the session may read
    /// @param names     of the columns, in their order
    /// @param delimiter one character
    SeedQuery(WorkspaceSession session, Path file, List<String> names, char delimiter) {
        this.session = session;
        this.names = names;
        String columns =
                names.stream().map(name -> text(name) + ": 'VARCHAR'").collect(Collectors.joining(", ", "{", "}"));
        this.rows = "read_csv(" + text(file.toString()) + ", auto_detect = false, header = true, columns = " + columns
                + ", delim = " + text(String.valueOf(delimiter)) + ", quote = '\"', escape = '\"')";
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("INTEGER", "regexp_full_match(%s, '[+-]?\\d{1,9}')");
        types.put("BIGINT", "regexp_full_match(%1$s, '[+-]?\\d+') and try_cast(%1$s as bigint) is not null");
        types.put("DOUBLE", "regexp_full_match(%s, '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?')");
        types.put("DATE", "regexp_full_match(%1$s, '\\d{4}-\\d{2}-\\d{2}') and try_cast(%1$s as date) is not null");
        types.put(
                "TIMESTAMP",
                "regexp_full_match(%1$s, '\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}(:?\\d{2})?)?')"
                        + " and try_cast(%1$s as timestamp) is not null");
        types.put("BOOLEAN", "lower(%s) in ('true', 'false')");
        return types;
    }

    /// @param given types by the name of a column, whatever its case
    String sql(Map<String, String> given) {
        Map<String, String> folded = new LinkedHashMap<>();
        given.forEach((name, type) -> folded.put(name.toLowerCase(Locale.ROOT), type));
        Map<String, String> inferred = infer(names.stream()
                .filter(name -> !folded.containsKey(name.toLowerCase(Locale.ROOT)))
                .toList());
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            String quoted = TableName.quote(name);
            String type = folded.getOrDefault(name.toLowerCase(Locale.ROOT), inferred.getOrDefault(name, "VARCHAR"));
            String value = type.equals("VARCHAR") ? quoted : "trim(" + quoted + ")";
            columns.add("cast(case when not " + NULLS.formatted(quoted) + " then " + value + " end as " + type + ") as "
                    + quoted);
        }
        return "select " + String.join(", ", columns) + "\nfrom " + rows;
    }

    /// Asks about all values of all columns at once, below each other: a seed may have hundreds of columns.
    private Map<String, String> infer(List<String> untyped) {
        Map<String, String> inferred = new LinkedHashMap<>();
        untyped.forEach(name -> inferred.put(name, TYPES.keySet().iterator().next()));
        if (untyped.isEmpty()) {
            return inferred;
        }
        String columns = untyped.stream().map(TableName::quote).collect(Collectors.joining(", "));
        String fits = TYPES.values().stream()
                .map(condition -> "bool_and(" + condition.formatted("cell") + ")")
                .collect(Collectors.joining(", "));
        String cells = "select name, trim(cell) as cell from (unpivot (select " + columns + " from " + rows
                + ") on columns(*) into name name value cell) where not " + NULLS.formatted("cell");
        Table answers = FetchedTable.of(session.query("select name, " + fits + " from (" + cells + ") group by name"));
        for (List<@Nullable Object> answer : answers.rows()) {
            String type = "VARCHAR";
            int check = 1;
            for (String each : TYPES.keySet()) {
                if (type.equals("VARCHAR") && Boolean.TRUE.equals(answer.get(check))) {
                    type = each;
                }
                check++;
            }
            inferred.put(String.valueOf(answer.getFirst()), type);
        }
        return inferred;
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
