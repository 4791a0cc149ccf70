package basin.lake.change;

import basin.core.stream.ChangeSchema;
import basin.duck.DuckConnection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is in a stretch of changes, at a glance: it decides how much work the rest is.
///
/// @param truncation where the table was emptied last; what came before is of no account
/// @param unsent     columns of which some values were not sent
/// @param moves      whether rows changed their key
record Overview(ChangeCounts counts, Optional<String> truncation, List<String> unsent, boolean moves) {

    static Overview of(RawChanges changes, DuckConnection connection) {
        String op = changes.alias(ChangeSchema.OP);
        String unchanged = changes.alias(ChangeSchema.UNCHANGED);
        String events = changes.readEvents();
        List<@Nullable Object> row = connection
                .fetch("SELECT " + ChangeCounts.columns(op) + ", max(" + changes.alias(ChangeSchema.POSITION)
                        + ") FILTER (" + op + " = 't'), count(" + unchanged + ") > 0, count("
                        + changes.alias(ChangeSchema.BEFORE) + ") > 0 FROM " + events)
                .getFirst();
        List<String> unsent = Boolean.TRUE.equals(row.get(5))
                ? connection
                        .fetch("SELECT DISTINCT unnest(" + unchanged + ") AS name FROM " + events + " ORDER BY name")
                        .stream()
                        .map(name -> (String) name.getFirst())
                        .toList()
                : List.of();
        return new Overview(
                ChangeCounts.of(row),
                Optional.ofNullable((String) row.get(4)),
                unsent,
                Boolean.TRUE.equals(row.get(6)));
    }
}
