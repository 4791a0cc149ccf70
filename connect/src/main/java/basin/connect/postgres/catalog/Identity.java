package basin.connect.postgres.catalog;

import java.util.List;

/// What the server's log says of a row before it was changed or deleted: the "replica identity" of its table.
public sealed interface Identity {

    /// The columns of a unique index, never null.
    ///
    /// @param columns in the order of the index; at least one
    record Key(List<String> columns) implements Identity {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /// All columns.
    record Full() implements Identity {}

    /// Nothing: which row it was cannot be told.
    record None() implements Identity {}

    /// By the letter in pg_class.
    ///
    /// @param columns of the index that the letter stands for; empty if it stands for none, or that is
    ///     not there
    static Identity of(String letter, List<String> columns) {
        if (letter.equals("f")) {
            return new Full();
        }
        return columns.isEmpty() ? new None() : new Key(columns);
    }
}
