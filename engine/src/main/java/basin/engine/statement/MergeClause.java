package basin.engine.statement;

import java.util.List;

/// One `WHEN ... THEN ...` of a MERGE.
///
/// @param condition what must hold besides; empty for nothing
public record MergeClause(Rows rows, Span condition, Action action) {

    /// Which rows it speaks of.
    public enum Rows {
        /// Pairs of a row of the target and one of the source.
        MATCHED,
        /// Rows of the source that have none in the target.
        NOT_MATCHED_BY_TARGET,
        /// Rows of the target that have none in the source.
        NOT_MATCHED_BY_SOURCE
    }

    /// What is done with them.
    public sealed interface Action {

        /// Columns get new values.
        record Update(List<Assignment> assignments) implements Action {}

        /// All columns get the values of the source.
        ///
        /// @param byName columns go together that have the same name; otherwise those in the same place
        record UpdateAll(boolean byName) implements Action {}

        /// The row goes.
        record Delete() implements Action {}

        /// A row comes.
        ///
        /// @param columns in the order of `values`; empty for all of the table
        record Insert(List<String> columns, List<Span> values) implements Action {}

        /// A row comes that is that of the source.
        ///
        /// @param byName columns go together that have the same name; otherwise those in the same place
        record InsertAll(boolean byName) implements Action {}

        /// The row stays as it is.
        record Nothing() implements Action {}

        /// The statement fails.
        ///
        /// @param message SQL; may be empty
        record Failure(Span message) implements Action {}
    }
}
