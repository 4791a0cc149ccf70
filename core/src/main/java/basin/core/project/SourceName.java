package basin.core.project;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a source may be called: its name becomes a schema of the lake, beside those that are there already.
final class SourceName {
    /// A name that needs no quotes in SQL, whatever the engine makes of upper case.
    static final String PATTERN = "[a-z][a-z0-9_]*";

    private static final String RAW = "raw_";
    private static final Set<String> TAKEN =
            Set.of("information_schema", "main", "pg_catalog", "quarantine", "system", "temp");

    /// What DuckDB takes for its own database in memory, and for the rows so far of a recursive query.
    private static final Set<String> OF_THE_ENGINE = Set.of("memory", "recurring");

    private SourceName() {}

    /// Why a name that looks right is not free, or null if it is.
    static @Nullable String whyReserved(String name) {
        if (name.startsWith(RAW)) {
            return "schemas that begin with '" + RAW + "' hold every record as it arrived";
        }
        if (OF_THE_ENGINE.contains(name)) {
            return "in a query that name means something of the engine's own";
        }
        return TAKEN.contains(name) ? "there is a schema of that name in every lake" : null;
    }
}
