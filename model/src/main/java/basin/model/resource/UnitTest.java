package basin.model.resource;

import basin.model.config.Config;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a model must make of given rows.
///
/// @param model the model's name as written
/// @param testedNode the unique id of the model; null if it is not enabled
/// @param version of the model that is tested; null for a model without versions
/// @param given one for each input that is replaced
/// @param macros what calls of these macros return, by `macro` or `package.macro`
/// @param vars by name
/// @param environment variables by name
/// @param dependencies the tested model and the inputs
public record UnitTest(
        Identity identity,
        String model,
        @Nullable String testedNode,
        @Nullable String version,
        String description,
        List<Given> given,
        UnitTestRows expected,
        Map<String, @Nullable Object> macros,
        Map<String, @Nullable Object> vars,
        Map<String, @Nullable Object> environment,
        Config config,
        Dependencies dependencies)
        implements Resource {

    /// The same with its dependencies resolved.
    public UnitTest with(Dependencies resolved) {
        return new UnitTest(
                identity,
                model,
                testedNode,
                version,
                description,
                given,
                expected,
                macros,
                vars,
                environment,
                config,
                resolved);
    }

    /// Rows that stand in for an input.
    ///
    /// @param input `ref('orders')`, `source('shop', 'orders')` or `this`, as written
    public record Given(String input, UnitTestRows rows) {}
}
