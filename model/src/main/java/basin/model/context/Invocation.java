package basin.model.context;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holds for all templates that one command renders.
///
/// @param id unlike that of every other run of a command
/// @param startedAt when the command began
/// @param command the command's name, as `flags.WHICH` tells it: `run`, `test`, `build`
/// @param options of the command line, by dbt's name in lower case: `full_refresh`, `store_failures`, `empty`
/// @param selected what the command was asked for
public record Invocation(
        String id,
        Instant startedAt,
        String command,
        Map<String, @Nullable Object> options,
        SelectedResources selected) {

    public Invocation {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /// One of a command that has selected nothing yet.
    ///
    /// @param options by dbt's name in lower case
    public static Invocation of(String id, Instant startedAt, String command, Map<String, @Nullable Object> options) {
        return new Invocation(id, startedAt, command, options, new SelectedResources());
    }

    /// Whether an option is set.
    public boolean option(String name) {
        return Boolean.TRUE.equals(options.get(name));
    }

    /// The options under the names of `flags`: in upper case, with those that are always there.
    Map<String, @Nullable Object> flags() {
        Map<String, @Nullable Object> flags = new LinkedHashMap<>();
        for (String off : List.of("FULL_REFRESH", "STORE_FAILURES", "EMPTY", "FAIL_FAST", "DEBUG", "QUIET", "DEFER")) {
            flags.put(off, false);
        }
        flags.put("WHICH", command);
        flags.put("PRINT", true);
        flags.put("INTROSPECT", true);
        flags.put("USE_COLORS", false);
        flags.put("CACHE_SELECTED_ONLY", false);
        flags.put("WARN_ERROR", null);
        options.forEach((name, value) -> flags.put(name.toUpperCase(Locale.ROOT), value));
        return flags;
    }

    /// The options as `invocation_args_dict` shows them.
    Map<String, @Nullable Object> arguments() {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags().forEach((name, value) -> arguments.put(name.toLowerCase(Locale.ROOT), value));
        arguments.put("invocation_command", "basin " + command);
        return arguments;
    }
}
