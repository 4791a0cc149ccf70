package basin.connect.postgres.catalog;

import java.util.List;

/// A type as Postgres knows it, with the types it is made of.
public sealed interface PgType {

    /// A type of the server itself.
    ///
    /// @param name as in pg_type: `int4`, `bpchar`
    record BuiltIn(String name) implements PgType {}

    /// A type that somebody added and that is none of the kinds below: an extension's, mostly. Also ranges and
    /// multiranges.
    ///
    /// @param name its name without its schema
    record Foreign(String name) implements PgType {}

    /// A type with named values.
    record Enumeration(String name) implements PgType {}

    /// A type with a narrower set of values.
    ///
    /// @param modifier the type modifier its base type is used with; -1 for none
    record Domain(String name, PgType base, int modifier) implements PgType {}

    /// An array of any number of dimensions.
    record Array(PgType element) implements PgType {}

    /// A type with named fields; never itself inside of itself.
    record Composite(String name, List<Attribute> fields) implements PgType {
        public Composite {
            fields = List.copyOf(fields);
        }
    }
}
