package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.List;

/// Finds what the columns of a query depend on. For one thread.
public final class LineageReader {
    private final Queries queries;

    public LineageReader(Catalog catalog) {
        this.queries = new Queries(catalog);
    }

    /// What each column depends on, be it for its values or for which rows there are.
    ///
    /// @param query its tree
    /// @param names of all its columns, as DuckDB has them; nothing is known of a query whose columns seem
    ///              to be others
    public List<ColumnLineage> read(Node query, List<String> names) {
        Shape shape = queries.read(query, Scope.EMPTY);
        if (shape.isOpen()) {
            return unknown(names, shape.open());
        }
        List<ColumnLineage> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.size() != shape.columns().size()
                    || !shape.columns().get(i).isCalled(names.get(i))) {
                return unknown(names, "its columns are not understood");
            }
            columns.add(new ColumnLineage(
                    names.get(i), shape.columns().get(i).flow().and(shape.rows())));
        }
        return columns;
    }

    /// Of a query whose columns nobody understands.
    public static List<ColumnLineage> unknown(List<String> names, String why) {
        return names.stream()
                .map(name -> new ColumnLineage(name, Flow.unknown(why)))
                .toList();
    }
}
