package basin.model.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A test that a YAML file declares on a model, seed, snapshot or source, or on one of its columns: the call of a
/// test macro.
///
/// @param test the macro's name without `test_`: `not_null`
/// @param namespace the package in front of it, `dbt_utils`; null if none is written
/// @param arguments the keyword arguments of the macro as written, texts among them are templates; `model` and, on a
/// column, `column_name` are among them
/// @param column null if it is declared on the table as a whole
/// @param attached the unique id of what it is declared on; null for a source table that is not enabled
/// @param shortName the name in 63 characters: that of its file and its alias
public record GenericTest(
        String test,
        @Nullable String namespace,
        Map<String, @Nullable Object> arguments,
        @Nullable String column,
        @Nullable String attached,
        String shortName)
        implements Kind {

    /// The macro to call: `test_not_null` or `dbt_utils.test_equality`.
    public String macro() {
        return (namespace == null ? "" : namespace + ".") + "test_" + test;
    }
}
