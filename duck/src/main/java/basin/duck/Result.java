package basin.duck;

import basin.duck.capi.DuckApi;
import basin.duck.capi.Handle;
import basin.duck.capi.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// What a running statement returns, chunk by chunk as it is computed.
final class Result implements AutoCloseable {

    private final DuckConnection connection;
    private final MemorySegment result = Arena.ofAuto().allocate(DuckApi.RESULT);
    private boolean closed;

    private Result(DuckConnection connection) {
        this.connection = connection;
    }

    /// Starts a prepared statement; returns when the first rows are there, or all is done.
    static Result of(DuckConnection connection, Handle statement) {
        Result result = new Result(connection);
        connection.begin();
        try (Handle pending = new Handle(DuckApi.DESTROY_PENDING)) {
            if (DuckApi.PENDING_PREPARED_STREAMING.number(statement.get(), pending.out()) != 0) {
                throw connection.failure(Text.read(DuckApi.PENDING_ERROR.pointer(pending.get())));
            }
            if (DuckApi.EXECUTE_PENDING.number(pending.get(), result.result) != 0) {
                RuntimeException failure = connection.failure(result.error());
                result.close();
                throw failure;
            }
            return result;
        } finally {
            connection.end();
        }
    }

    /// Puts the next chunk into `chunk`, which is empty.
    ///
    /// @return whether there was one
    boolean next(Handle chunk) {
        connection.begin();
        try {
            chunk.holding(DuckApi.FETCH_CHUNK.pointer(result));
        } finally {
            connection.end();
        }
        if (!chunk.isEmpty()) {
            return true;
        }
        String error = error();
        if (error.isEmpty()) {
            return false;
        }
        throw connection.failure(error);
    }

    private String error() {
        return Text.read(DuckApi.RESULT_ERROR.pointer(result));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            DuckApi.DESTROY_RESULT.run(result);
        }
    }
}
