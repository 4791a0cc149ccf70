package basin.engine.sql;

import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import java.nio.file.Path;

/// DuckDB's parser alone.
final class DuckParser implements Parser, AutoCloseable {

    private final Duck duck;
    private final DuckConnection connection;

    DuckParser(Path temp) {
        duck = Duck.open(new DuckSettings(64 << 20, temp, 0, 1));
        connection = duck.connect();
    }

    @Override
    public String parse(String sql) {
        return String.valueOf(connection
                .fetch("select json_serialize_sql('" + sql.replace("'", "''")
                        + "', skip_null := true, skip_empty := true, skip_default := true)")
                .getFirst()
                .getFirst());
    }

    @Override
    public void close() {
        connection.close();
        duck.close();
    }
}
