package basin.connect.postgres.types;

import java.util.List;

/// A line of the type table: what some built-in types of Postgres become.
///
/// @param names in pg_type
/// @param becomes for people: `decimal(p, s)`
/// @param remark what is worth knowing, for people; may be empty
/// @param wire gives the details for a type modifier
record TypeRule(List<String> names, String becomes, String remark, ForModifier wire) {

    /// What a type modifier means to a type.
    @FunctionalInterface
    interface ForModifier {
        /// @param modifier -1 for none
        Wire wire(int modifier, ServerTraits server);
    }
}
