package basin.duck;

import basin.core.stream.TableName;
import basin.duck.arrow.ArrowStream;
import org.jspecify.annotations.Nullable;

/// Rows that the statements of a connection can read, once, from a view. Closing it drops the view.
public final class OfferedRows implements AutoCloseable {

    private final DuckConnection connection;
    private final String name;
    private final ArrowStream stream;

    OfferedRows(DuckConnection connection, String name, ArrowStream stream) {
        this.connection = connection;
        this.name = name;
        this.stream = stream;
    }

    @Nullable
    Throwable failure() {
        return stream.failure();
    }

    @Override
    public void close() {
        connection.withdraw(this);
        connection.execute("drop view if exists " + TableName.quote(name));
        stream.close();
    }
}
