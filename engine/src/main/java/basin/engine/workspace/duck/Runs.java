package basin.engine.workspace.duck;

import basin.core.problem.ProblemException;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.engine.duck.DuckError;
import basin.engine.duck.StoredColumns;
import basin.engine.sql.SqlText;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs composed statements on a session's connection; what DuckDB finds wrong is said of the text they
/// come from.
record Runs(DuckConnection connection) {

    /// Runs a statement, and drops what it returns.
    void execute(Composed statement) {
        explaining(statement, statement::origin, () -> {
            connection.execute(statement.sql());
            return true;
        });
    }

    /// Runs a statement whose answer is known to be small.
    List<List<@Nullable Object>> fetch(SqlText statement) {
        try {
            return connection.fetch(statement.toString());
        } catch (ProblemException e) {
            throw DuckError.explain(e, statement, List.of(), IntUnaryOperator.identity());
        }
    }

    /// The columns of a table that is made out of a query.
    StoredColumns columns(Composed query, List<String> names) {
        return explaining(query, query::origin, () -> StoredColumns.of(connection, query.sql(), names));
    }

    /// Writes the rows of a query into files.
    List<ParquetFile> write(Composed query, ParquetLayout layout) {
        return explaining(
                query,
                offset -> query.origin(offset - ParquetWriter.QUERY_OFFSET),
                () -> ParquetWriter.write(connection, query.sql(), layout));
    }

    private static <T> T explaining(Composed statement, IntUnaryOperator origin, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw DuckError.explain(e, statement.source(), List.of(), origin);
        }
    }
}
