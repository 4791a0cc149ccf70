package basin.connect.postgres.catalog;

/// A column of a table, or a field of a composite type.
///
/// @param number counts the columns that the table ever had, from 1, in the order in which they were added
/// @param modifier the type modifier, such as precision and scale in Postgres's own form; -1 for none
/// @param dimensions of an array, as declared; the server does not hold anyone to it
/// @param declared the type as people write it: `numeric(12,2)`
/// @param notNull whether the server keeps nulls out of it, of rows that were there before too
/// @param addedEmpty whether rows that are older than the column have nothing in it: nothing ever gave it
///     values but whoever wrote the rows
/// @param origin where its values come from if not from whoever writes the row
/// @param formula what gives it its values each time they are read, as SQL; empty for values that are stored
/// @param comment may be empty
/// @param readable whether we may read it
public record Attribute(
        String name,
        int number,
        PgType type,
        int modifier,
        int dimensions,
        String declared,
        boolean notNull,
        boolean addedEmpty,
        Origin origin,
        String formula,
        String comment,
        boolean readable) {

    /// Where values come from.
    public enum Origin {
        WRITTEN,
        IDENTITY,
        /// Computed from other columns, stored or when read.
        GENERATED
    }
}
