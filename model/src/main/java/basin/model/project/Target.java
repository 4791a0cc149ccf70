package basin.model.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The output of a profile that the project runs against: what templates see as `target`.
///
/// @param name the output's name: `dev`
/// @param profile the profile's name
/// @param type the adapter's name: `duckdb`, `trino`
/// @param database what `target.database` gives
/// @param schema where tables go if nothing else is configured
/// @param threads how many nodes may run at once, at least 1
/// @param keys all keys of the output as written and rendered; secrets are among them
public record Target(
        String name,
        String profile,
        String type,
        String database,
        String schema,
        int threads,
        Map<String, @Nullable Object> keys) {
    private static final Set<String> SECRETS =
            Set.of("password", "pass", "token", "private_key", "private_key_passphrase", "keyfile_json", "secrets");

    /// What a folder without any profile runs against: DuckDB, output `dev`, schema `main`.
    ///
    /// @param profile what `dbt_project.yml` names, or the project's name
    public static Target withoutProfile(String profile) {
        return new Target("dev", profile, "duckdb", "dev", "main", 4, Map.of("type", "duckdb", "schema", "main"));
    }

    /// What templates see as `target`: all keys but secret ones, and what is known of any target.
    public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(keys);
        SECRETS.forEach(values::remove);
        values.put("name", name);
        values.put("target_name", name);
        values.put("profile_name", profile);
        values.put("type", type);
        values.put("database", database);
        values.put("schema", schema);
        values.put("threads", (long) threads);
        return values;
    }

    /// Keys may hold secrets.
    @Override
    public String toString() {
        return "Target[" + profile + "." + name + ", " + type + ", " + database + "." + schema + "]";
    }
}
