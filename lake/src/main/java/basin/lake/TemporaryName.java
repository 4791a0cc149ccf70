package basin.lake;

import basin.core.stream.TableName;
import java.util.UUID;

/// The name of a table that is to take another's place, until it does: `orders@8b0c2f2e-...`.
final class TemporaryName {
    private static final String MARK = "@";

    private TemporaryName() {}

    /// A name that nobody has, beside another.
    static TableName beside(TableName name) {
        return new TableName(name.schema(), name.name() + MARK + UUID.randomUUID());
    }

    /// Whether it is such a name.
    static boolean is(TableName name) {
        return name.name().matches(".*" + MARK + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
