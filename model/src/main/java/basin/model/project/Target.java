package basin.model.project;

import java.util.Map;
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

    /// What a folder without any profile runs against: DuckDB, output `dev`, schema `main`.
    ///
    /// @param profile what `dbt_project.yml` names, or the project's name
    public static Target withoutProfile(String profile) {
        return new Target("dev", profile, "duckdb", "dev", "main", 4, Map.of("type", "duckdb", "schema", "main"));
    }

    /// Keys may hold secrets.
    @Override
    public String toString() {
        return "Target[" + profile + "." + name + ", " + type + ", " + database + "." + schema + "]";
    }
}
