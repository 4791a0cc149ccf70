package basin.engine.workspace.duck;

import basin.core.problem.ProblemException;
import basin.duck.DuckConnection;
import basin.engine.duck.DuckParser;
import basin.engine.lineage.Catalog;
import basin.engine.sql.Node;
import basin.engine.sql.Parser;
import basin.engine.sql.QueryReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What the functions that a connection knows do with their arguments; macros are what they are made of. For one
/// thread.
final class FunctionKinds {

    private static final String ALL = """
            SELECT lower(function_name), bool_or(function_type = 'aggregate'), bool_or(function_type = 'scalar'), \
            first(macro_definition) FILTER (WHERE function_type = 'macro') \
            FROM duckdb_functions() GROUP BY 1""";

    private final Map<String, Catalog.Function> known = new HashMap<>();
    private final Map<String, String> macros = new HashMap<>();
    private final Parser parser;

    private FunctionKinds(Parser parser) {
        this.parser = parser;
    }

    /// The functions that there are now.
    static FunctionKinds of(DuckConnection connection) {
        FunctionKinds kinds = new FunctionKinds(new DuckParser(connection));
        connection.fetch(ALL).forEach(row -> {
            String name = String.valueOf(row.get(0));
            if (Boolean.TRUE.equals(row.get(1))) {
                kinds.known.put(name, Catalog.Function.AGGREGATE);
            } else if (Boolean.TRUE.equals(row.get(2))) {
                kinds.known.put(name, Catalog.Function.SCALAR);
            } else if (row.get(3) instanceof String definition) {
                kinds.macros.put(name, definition);
            }
        });
        return kinds;
    }

    /// What a function does.
    ///
    /// @param name in lower case
    Catalog.Function of(String name) {
        String macro = macros.remove(name);
        if (macro != null) {
            known.put(name, macro(macro));
        }
        return known.getOrDefault(name, Catalog.Function.UNKNOWN);
    }

    private Catalog.Function macro(String definition) {
        try {
            return made(new QueryReader(parser).treeOfAny("SELECT " + definition));
        } catch (ProblemException _) {
            return Catalog.Function.UNKNOWN;
        }
    }

    private Catalog.Function made(Node node) {
        if (node.text("class").equals("SUBQUERY")) {
            return Catalog.Function.UNKNOWN;
        }
        Catalog.Function found =
                node.is("FUNCTION") ? of(node.text("function_name").toLowerCase(Locale.ROOT)) : Catalog.Function.SCALAR;
        for (Node each : node.below()) {
            Catalog.Function inside = made(each);
            found = inside.compareTo(found) > 0 ? inside : found;
        }
        return found;
    }
}
