package basin.connect.postgres.plan;

import basin.connect.postgres.catalog.Identity;
import basin.connect.postgres.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the log says of the rows of a stream that are changed or deleted.
///
/// @param told whether it tells which rows they were, in each table that has some of them. Postgres
///     refuses updates and deletes of tables that are published with them and have no identity
/// @param key the columns by which it tells, as far as all of those tables agree; otherwise empty
record RowIdentity(boolean told, List<String> key) {

    RowIdentity {
        key = List.copyOf(key);
    }

    /// @param parts the tables that have the stream's rows; empty if there are none yet
    static RowIdentity of(Relation relation, List<Relation> parts) {
        List<List<String>> keys = new ArrayList<>();
        Set<Set<String>> different = new HashSet<>();
        for (Relation holder : parts.isEmpty() ? List.of(relation) : parts) {
            switch (holder.identity()) {
                case Identity.None _ -> {
                    return new RowIdentity(false, List.of());
                }
                case Identity.Full _ -> {}
                case Identity.Key(List<String> columns) -> {
                    keys.add(columns);
                    different.add(Set.copyOf(columns));
                }
            }
        }
        return new RowIdentity(
                true,
                switch (different.size()) {
                    case 0 -> relation.key();
                    case 1 -> keys.getFirst();
                    default -> List.of();
                });
    }
}
