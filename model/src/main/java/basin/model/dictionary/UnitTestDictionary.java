package basin.model.dictionary;

import basin.model.resource.Code;
import basin.model.resource.UnitTest;
import basin.model.resource.UnitTestRows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A test of a model's logic over rows that are written beside it.
final class UnitTestDictionary {
    private UnitTestDictionary() {}

    static void fill(UnitTest test, Map<String, @Nullable Object> values) {
        List<@Nullable Object> given = Dictionary.list(test.given().stream()
                .map(input -> {
                    Map<String, @Nullable Object> rows = rows(input.rows());
                    rows.put("input", input.input());
                    return rows;
                })
                .toList());
        Map<String, @Nullable Object> expected = rows(test.expected());
        Map<String, @Nullable Object> overrides = new Dictionary()
                .with("macros", Dictionary.copy(test.macros()))
                .with("vars", Dictionary.copy(test.vars()))
                .with("env_vars", Dictionary.copy(test.environment()));
        values.put("model", test.model());
        values.put("given", given);
        values.put("expect", expected);
        values.put("description", test.description());
        values.put("overrides", overrides);
        values.put(
                "depends_on",
                new Dictionary()
                        .with("macros", Dictionary.list(List.of()))
                        .with("nodes", Dictionary.list(test.dependencies().nodes())));
        values.put("config", ResourceDictionary.enabled(test.config()));
        values.put("checksum", Code.sha256(given.toString() + expected + overrides));
        values.put("version", Dictionary.version(test.version()));
        values.put("created_at", 0.0);
    }

    private static Map<String, @Nullable Object> rows(UnitTestRows rows) {
        return switch (rows) {
            case UnitTestRows.Values it ->
                new Dictionary()
                        .with("rows", Dictionary.list(it.rows()))
                        .with("format", it.csv() ? "csv" : "dict")
                        .with("fixture", it.fixture());
            case UnitTestRows.Sql it ->
                new Dictionary().with("rows", it.sql()).with("format", "sql").with("fixture", it.fixture());
        };
    }
}
