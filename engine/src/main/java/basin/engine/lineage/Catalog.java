package basin.engine.lineage;

import basin.core.stream.TableName;
import basin.engine.sql.Node;
import java.util.List;
import java.util.Optional;

/// What is known of the tables and functions that a query names. For one thread.
public interface Catalog {

    /// What a function does with its arguments.
    enum Function {
        /// A value for each row.
        SCALAR,
        /// One value for many rows.
        AGGREGATE,
        /// Nobody knows; it may read tables.
        UNKNOWN
    }

    /// The table or view of the lake that a name means, spelt as it is there.
    ///
    /// @param database empty where none was typed
    /// @param schema   empty where none was typed
    Optional<TableName> table(String database, String schema, String name);

    /// The names of the columns that a query would have; empty if it is none.
    List<String> columns(String select);

    /// What a function does.
    ///
    /// @param name in lower case
    Function function(String name);

    /// A value in SQL, which is also what DuckDB calls a column that nobody has named.
    String text(Node value);
}
