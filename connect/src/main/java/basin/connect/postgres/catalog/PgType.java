package basin.connect.postgres.catalog;

import java.util.List;

/// A type as Postgres knows it, with the types it is made of.
public sealed interface PgType {

    /// The values of all enumerations that it is made of: what is read of a row changes with them, and the row
    /// does not.
    default List<String> labels() {
        return switch (this) {
            case BuiltIn _, Foreign _ -> List.of();
            case Enumeration enumeration -> enumeration.labels();
            case Domain domain -> domain.base().labels();
            case Array array -> array.element().labels();
            case Composite composite ->
                composite.fields().stream()
                        .flatMap(field -> field.type().labels().stream())
                        .toList();
        };
    }

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
    ///
    /// @param labels the values, in the order in which they were added, which is not the one in which they sort
    record Enumeration(String name, List<String> labels) implements PgType {
        public Enumeration {
            labels = List.copyOf(labels);
        }
    }

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
