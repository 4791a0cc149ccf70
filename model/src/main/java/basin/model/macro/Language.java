package basin.model.macro;

import basin.jinja.Environment;
import basin.jinja.call.Filter;
import java.util.List;

/// Jinja as dbt speaks it: with `return`, with blocks for tests, materializations, snapshots and docs, and with
/// the filters that only mean something in YAML.
public final class Language {
    /// Shared by all threads.
    public static final Environment ENVIRONMENT = builder().build();

    /// The same for files of macros, in which only macros count. Shared by all threads.
    static final Environment OF_MACROS = builder().ignoreUnknownTags().build();

    private Language() {}

    private static Environment.Builder builder() {
        Environment.Builder builder = Environment.builder()
                .withReturn()
                .blockTags(List.of("test", "data_test", "materialization", "snapshot", "docs"));
        for (String filter : List.of("as_text", "as_bool", "as_native", "as_number")) {
            builder.filter(filter, Filter.of(filter + "(value)", (_, arguments) -> arguments.get(0)));
        }
        return builder;
    }
}
