package basin.connect.postgres.types;

import basin.connect.postgres.catalog.Attribute;

/// What is written into the documentation of a column: the source's comment, its type there, and where values come
/// from.
public final class FieldDoc {
    private FieldDoc() {}

    /// `the sum to be paid (postgres: numeric(12,2), generated)`
    public static String of(Attribute attribute) {
        String origin = switch (attribute.origin()) {
            case WRITTEN -> "";
            case IDENTITY -> ", identity";
            case GENERATED -> ", generated";
        };
        String type = "postgres: " + attribute.declared() + origin;
        return attribute.comment().isEmpty() ? type : attribute.comment() + " (" + type + ")";
    }
}
