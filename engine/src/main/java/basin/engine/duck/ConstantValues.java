package basin.engine.duck;

import basin.core.problem.ProblemException;
import basin.core.rows.Type;
import basin.duck.DuckConnection;
import basin.duck.SqlTypes;
import basin.engine.sql.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the constants of a query are worth, computed by DuckDB at one go.
final class ConstantValues {

    /// A constant where it is compared with something.
    ///
    /// @param type what text in quotes is to be read as
    record Use(Constant constant, Type type) {
        private String sql() {
            return constant.isText()
                    ? "TRY_CAST(" + constant.sql() + " AS " + SqlTypes.of(type) + ")"
                    : "TRY(" + constant.sql() + ")";
        }
    }

    private final Map<Use, Object> values = new HashMap<>();

    private ConstantValues() {}

    /// Computes constants. Those that DuckDB cannot compute have no value.
    static ConstantValues of(Set<Use> uses, DuckConnection connection) {
        ConstantValues computed = new ConstantValues();
        if (uses.isEmpty()) {
            return computed;
        }
        List<Use> order = new ArrayList<>(new LinkedHashSet<>(uses));
        List<@Nullable Object> row = compute(order, connection);
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                computed.values.put(order.get(i), value);
            }
        }
        return computed;
    }

    /// A value as [basin.core.rows.Column#get(int)] gives it; empty where it is null or could not be computed.
    Optional<Object> of(Use use) {
        return Optional.ofNullable(values.get(use));
    }

    private static List<@Nullable Object> compute(List<Use> uses, DuckConnection connection) {
        String select =
                "SELECT " + String.join(", ", uses.stream().map(Use::sql).toList());
        try {
            return connection.fetch(select).getFirst();
        } catch (ProblemException e) {
            // One of them is wrong: the query itself is going to say so, with its place.
            return List.of();
        }
    }
}
