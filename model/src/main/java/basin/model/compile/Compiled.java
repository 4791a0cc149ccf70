package basin.model.compile;

import basin.model.resource.Node;
import java.util.List;

/// A node's template as plain SQL.
///
/// @param body what the template gave
/// @param ctes the ephemeral models that it reads, each before those that read it
/// @param sql what a database can run: the body, with the common table expressions in front
public record Compiled(Node node, String body, List<Cte> ctes, String sql) {
    public Compiled {
        ctes = List.copyOf(ctes);
    }

    /// An ephemeral model as a common table expression.
    ///
    /// @param uniqueId of the model
    /// @param name `__dbt__cte__orders`
    /// @param sql the model's query
    public record Cte(String uniqueId, String name, String sql) {}

    /// Which lines of the SQL come from which lines of the model's file.
    public LineMap lines() {
        return LineMap.of(node.code(), body, sql);
    }
}
