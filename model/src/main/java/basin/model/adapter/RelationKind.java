package basin.model.adapter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a relation is in its database. In templates it is its name in lower case, as in `relation.type ==
/// 'view'`.
public enum RelationKind {
    TABLE,
    VIEW,
    /// A common table expression: an ephemeral model, which no database knows.
    CTE,
    MATERIALIZED_VIEW,
    EXTERNAL;

    /// `table`, `materialized_view`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that name in either case; null for one that is none of them.
    public static @Nullable RelationKind of(String name) {
        for (RelationKind kind : values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return kind;
            }
        }
        return null;
    }
}
