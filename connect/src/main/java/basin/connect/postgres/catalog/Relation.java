package basin.connect.postgres.catalog;

import basin.core.stream.TableName;
import java.util.List;

/// Something in the database that has rows.
///
/// @param oid its identity, which no other table takes over when it is dropped
/// @param partition whether it is a part of a partitioned table
/// @param parents identities of the partitioned table it is a part of, or of the tables it inherits
///     from
/// @param fileNode the file its rows are in; another one once they were written anew or truncated. 0 if
///     it has none
/// @param rows about how many it has, not counting its parts; -1 if nobody has counted
/// @param bytes about how large it is, not counting its parts
/// @param filled false for a materialized view that was never refreshed
/// @param access what of it we may read
/// @param logged whether what happens to it stands in the server's log
/// @param identity what the log says of rows that are changed or deleted
/// @param attributes in their order; none for a table without columns
/// @param key names of columns that together identify a row, never null; empty if there are none
public record Relation(
        long oid,
        TableName name,
        Kind kind,
        boolean partition,
        List<Long> parents,
        long fileNode,
        double rows,
        long bytes,
        boolean filled,
        Access access,
        String comment,
        boolean logged,
        Identity identity,
        List<Attribute> attributes,
        List<String> key) {

    public Relation {
        parents = List.copyOf(parents);
        attributes = List.copyOf(attributes);
        key = List.copyOf(key);
    }

    /// The same table with other columns.
    public Relation withAttributes(List<Attribute> others) {
        return new Relation(
                oid, name, kind, partition, parents, fileNode, rows, bytes, filled, access, comment, logged, identity,
                others, key);
    }

    /// What we may read of it.
    public enum Access {
        NONE,
        /// Some columns, and not where its rows lie nor who wrote them.
        COLUMNS,
        ALL
    }

    /// Whether its rows can be found by their place and by who wrote them.
    public boolean hasVisiblePlaces() {
        return kind.isStored() && access == Access.ALL;
    }

    /// The kinds of relations, by the letter in pg_class.
    public enum Kind {
        TABLE('r'),
        PARTITIONED_TABLE('p'),
        VIEW('v'),
        MATERIALIZED_VIEW('m'),
        FOREIGN_TABLE('f');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(String letter) {
            for (Kind kind : values()) {
                if (letter.charAt(0) == kind.letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of relation with rows: " + letter);
        }

        /// Whether it has pages of its own, with rows at places that stay.
        public boolean isStored() {
            return this == TABLE || this == MATERIALIZED_VIEW;
        }
    }
}
