package basin.model.compile;

import basin.model.adapter.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a unit test's query returned, compared: each row of one side that the other has not. Neither order nor
/// columns that are not compared count.
///
/// @param missing the rows that were expected and did not come
/// @param unexpected the rows that came and were not expected
public record UnitTestDifference(List<List<@Nullable Object>> missing, List<List<@Nullable Object>> unexpected) {

    /// @param both the result of [UnitTestSql#sql]
    public static UnitTestDifference of(Table both) {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        List<List<@Nullable Object>> actual = new ArrayList<>();
        for (List<@Nullable Object> row : both.rows()) {
            boolean isActual = "actual".equals(row.getLast());
            (isActual ? actual : expected).add(new ArrayList<>(row.subList(0, row.size() - 1)));
        }
        List<List<@Nullable Object>> missing = new ArrayList<>();
        for (List<@Nullable Object> row : expected) {
            if (!actual.remove(row)) {
                missing.add(row);
            }
        }
        return new UnitTestDifference(missing, actual);
    }

    /// Whether the model did what was expected.
    public boolean isNone() {
        return missing.isEmpty() && unexpected.isEmpty();
    }

    /// The difference as a table for people: a `-` before rows that are missing, a `+` before those unexpected.
    ///
    /// @param columns that were compared
    public String text(List<String> columns) {
        List<String> names = new ArrayList<>(List.of("@@"));
        names.addAll(columns);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : missing) {
            rows.add(marked("-", row));
        }
        for (List<@Nullable Object> row : unexpected) {
            rows.add(marked("+", row));
        }
        return new Table(names, rows).printed();
    }

    private static List<@Nullable Object> marked(String mark, List<@Nullable Object> row) {
        List<@Nullable Object> marked = new ArrayList<>();
        marked.add(mark);
        row.forEach(value -> marked.add(value == null ? "null" : value));
        return marked;
    }
}
