package basin.model.resource;

import basin.model.config.Config;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table that something else fills.
///
/// @param sourceName the source's name; the identity's name is the table's
/// @param sourceDescription of the source as a whole
/// @param sourceMeta of the source as a whole
/// @param relation where the table is
/// @param loader who fills it; empty if it is not said
/// @param loadedAtField the column that tells when a row came; null if it is not said
/// @param loadedAtQuery the query that tells it instead; null if it is not said
/// @param freshness what is expected; null if nothing is
/// @param external the declaration under `external`, kept as written; null if there is none
public record Source(
        Identity identity,
        String sourceName,
        String sourceDescription,
        Map<String, @Nullable Object> sourceMeta,
        Documentation documentation,
        Config config,
        RelationName relation,
        String loader,
        @Nullable String loadedAtField,
        @Nullable String loadedAtQuery,
        @Nullable Freshness freshness,
        @Nullable Map<String, @Nullable Object> external)
        implements Resource {}
