package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.Locale;
import java.util.Set;

/// What functions do with what they are given.
final class Functions {
    /// Their first argument only says which of the others is taken.
    private static final Set<String> CHOOSING = Set.of("if", "iff");

    /// A row becomes as many as there are elements.
    private static final Set<String> MULTIPLYING = Set.of("unnest", "unlist", "generate_subscripts");

    private final Catalog catalog;

    Functions(Catalog catalog) {
        this.catalog = catalog;
    }

    Catalog.Function of(Node function) {
        return isMultiplying(function) ? Catalog.Function.SCALAR : catalog.function(name(function));
    }

    boolean isChoosing(Node function) {
        return CHOOSING.contains(name(function));
    }

    boolean isMultiplying(Node node) {
        return node.is("FUNCTION") && MULTIPLYING.contains(name(node));
    }

    static String name(Node function) {
        return function.text("function_name").toLowerCase(Locale.ROOT);
    }
}
