package basin.connect.postgres.snapshot;

import basin.connect.postgres.catalog.Relation;
import basin.core.stream.Chunk;
import basin.core.stream.TableName;
import org.jspecify.annotations.Nullable;

/// A chunk, and what is to be read for it.
///
/// @param relation read without its children
/// @param pages null for all of it
/// @param condition which of its rows, as SQL; null for all
record Piece(
        Chunk chunk,
        Relation relation,
        @Nullable Pages pages,
        @Nullable String condition) {

    /// A run of pages, which stay what they are until the table is written anew.
    ///
    /// @param from the first
    /// @param to the first that no longer belongs to it
    record Pages(long from, long to) {

        /// A page has an upper limit of row numbers, of which 0 is none.
        String condition() {
            return "ctid >= '(%d,0)'::tid and ctid < '(%d,0)'::tid".formatted(from, to);
        }
    }

    /// What follows the select list: `from only "public"."orders" where ..`.
    String source() {
        StringBuilder sql = new StringBuilder("from ").append(table(relation));
        String next = " where ";
        if (pages != null) {
            sql.append(next).append(pages.condition());
            next = " and ";
        }
        if (condition != null) {
            sql.append(next).append('(').append(condition).append(')');
        }
        return sql.toString();
    }

    private static String table(Relation relation) {
        TableName name = relation.name();
        return switch (relation.kind()) {
            case TABLE, FOREIGN_TABLE, PARTITIONED_TABLE -> "only " + name.quoted();
            case VIEW, MATERIALIZED_VIEW -> name.quoted();
        };
    }
}
