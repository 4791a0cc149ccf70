package basin.engine.workspace.duck;

import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.engine.lineage.Catalog;
import basin.engine.sql.Node;
import basin.engine.statement.RelationName;
import basin.engine.statement.Span;
import basin.lake.Relation;
import java.util.List;
import java.util.Optional;

/// What a session's connection knows of the tables and functions that a query names.
final class SessionCatalog implements Catalog {

    private static final String SELECT = "SELECT ";

    private final DuckConnection connection;
    private final FunctionKinds functions;
    private final Names names;
    private final Temporaries temporaries;
    private final Relations relations;

    SessionCatalog(
            DuckConnection connection,
            FunctionKinds functions,
            Names names,
            Temporaries temporaries,
            Relations relations) {
        this.connection = connection;
        this.functions = functions;
        this.names = names;
        this.temporaries = temporaries;
        this.relations = relations;
    }

    @Override
    public Optional<TableName> table(String database, String schema, String name) {
        return schema.isEmpty() && temporaries.has(name)
                ? Optional.empty()
                : names.inLake(new RelationName(database, schema, name, new Span(0, 0)))
                        .flatMap(relations::find)
                        .map(Relation::name);
    }

    @Override
    public List<String> columns(String select) {
        try {
            return connection.fetch("DESCRIBE " + select).stream()
                    .map(row -> String.valueOf(row.getFirst()))
                    .toList();
        } catch (ProblemException _) {
            return List.of();
        }
    }

    @Override
    public Function function(String name) {
        return functions.of(name);
    }

    @Override
    public String text(Node value) {
        String tree = Node.selecting(value.withoutAlias());
        String select = String.valueOf(connection
                .fetch("SELECT json_deserialize_sql('" + tree.replace("'", "''") + "')")
                .getFirst()
                .getFirst());
        return select.substring(SELECT.length());
    }
}
