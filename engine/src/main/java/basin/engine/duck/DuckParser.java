package basin.engine.duck;

import basin.duck.DuckConnection;
import basin.engine.sql.Parser;

/// DuckDB's own parser.
public record DuckParser(DuckConnection connection) implements Parser {

    @Override
    public String parse(String sql) {
        // What is left out is what was not said, so that trees stay small.
        return String.valueOf(connection
                .fetch("SELECT json_serialize_sql('" + sql.replace("'", "''")
                        + "', skip_null := true, skip_empty := true, skip_default := true)")
                .getFirst()
                .getFirst());
    }
}
