package basin.duck;

import basin.duck.arrow.ArrowStream;
import org.jspecify.annotations.Nullable;

/// Rows that one statement of a connection can read, once. Closed by the thread that uses the connection.
public final class OfferedRows implements AutoCloseable {

    private final DuckConnection connection;
    private final String name;
    private final ArrowStream stream;

    OfferedRows(DuckConnection connection, String name, ArrowStream stream) {
        this.connection = connection;
        this.name = name;
        this.stream = stream;
    }

    /// What the rows are called in SQL, as in `select * from NAME`; needs no quotes.
    public String name() {
        return name;
    }

    /// Where the `struct ArrowArrayStream` lies.
    long address() {
        return stream.address();
    }

    /// What the rows threw while they were read.
    @Nullable
    Throwable failure() {
        return stream.failure();
    }

    @Override
    public void close() {
        connection.withdraw(this);
        stream.close();
    }
}
