package basin.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Batch;
import basin.core.rows.Column;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.duck.arrow.ArrowStream;
import basin.duck.capi.DuckApi;
import basin.duck.capi.Handle;
import basin.duck.capi.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A connection to a [Duck], for one thread at a time; only [#cancel()] may be called by any.
///
/// Whatever fails comes out as a [ProblemException]; where rows offered to a statement fail while it
/// reads them, that is what they threw. A connection runs one statement at a time: the rows of a query
/// are closed before the next begins.
public final class DuckConnection implements AutoCloseable {

    private static final long INTERRUPT_AGAIN_NANOS = 10_000_000;

    private final Handle connection;
    private final List<OfferedRows> offers = new ArrayList<>();
    private final CompletableFuture<Void> alarm = new CompletableFuture<>();
    private volatile @Nullable Problem stopped;
    private volatile boolean working;

    DuckConnection(Handle connection) {
        this.connection = connection;
    }

    /// Runs one statement, and drops what it returns.
    public void execute(String sql) {
        try (PreparedStatement statement = prepare(sql);
                Result result = statement.execute();
                Handle chunk = new Handle(DuckApi.DESTROY_DATA_CHUNK)) {
            while (result.next(chunk)) {
                chunk.clear();
            }
        }
    }

    /// Runs a query. Its rows are computed while they are read, and closed by the caller.
    ///
    /// Types that [basin.core.rows.Type] has no word for are brought to the nearest that keeps their
    /// values, in the end to text; only times below a microsecond are lost. Of columns with the same
    /// name, all but the first get a number.
    public Rows query(String sql) {
        PreparedStatement statement = prepare(sql);
        try {
            Schema schema = statement.schema();
            if (!statement.isExact()) {
                String casting = statement.casting(sql);
                statement.close();
                statement = prepare(casting);
            }
            return new QueryRows(this, statement, statement.execute(), schema);
        } catch (RuntimeException | Error e) {
            statement.close();
            throw e;
        }
    }

    /// The columns that a query would have, without running it.
    public List<DescribedColumn> describe(String sql) {
        try (PreparedStatement statement = prepare(sql)) {
            return statement.describe();
        }
    }

    /// Runs a query whose result is known to be small, and returns its rows as [Column#get(int)] shows
    /// their values.
    public List<List<@Nullable Object>> fetch(String sql) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        try (Rows rows = query(sql)) {
            boolean more = true;
            while (more) {
                more = collect(rows.next(), all);
            }
        }
        return all;
    }

    /// Adds the rows of a batch, closes it, and tells whether it was there.
    private static boolean collect(@Nullable Batch batch, List<List<@Nullable Object>> all) {
        try (batch) {
            for (int row = 0; batch != null && row < batch.size(); row++) {
                List<@Nullable Object> values = new ArrayList<>();
                for (Column column : batch.columns()) {
                    values.add(column.get(row));
                }
                all.add(values);
            }
            return batch != null;
        }
    }

    /// Lets statements of this connection read `rows`, once. The batches are read where they lie, as the
    /// statement asks for them. The rows stay the caller's, who closes them after what is returned here.
    public OfferedRows offer(Rows rows) {
        String name = "rows_" + FileNames.next().toString().replace('-', '_');
        OfferedRows offered = new OfferedRows(this, name, new ArrowStream(rows));
        offers.add(offered);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stream = MemorySegment.ofAddress(offered.address());
            if (DuckApi.ARROW_SCAN.number(connection.get(), arena.allocateFrom(name), stream) != 0) {
                offered.close();
                throw new IllegalStateException("DuckDB does not take the columns " + rows.schema());
            }
        }
        return offered;
    }

    /// Stops what the connection does, from any thread: the statement that runs fails with a problem
    /// that says so, and none runs after it. Does nothing once the connection is closed.
    public void cancel() {
        stop(Problem.interrupted("the statement was cancelled", Place.NOWHERE));
    }

    /// Stops the connection, as [#cancel()] does, if it is still open after `limit`, which begins now.
    public void stopAfter(Duration limit) {
        var _ = alarm.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).exceptionally(e -> {
            stop(Problem.failed("the statement took longer than " + words(limit), Place.NOWHERE)
                    .advise("ask for less at once, or raise the time limit"));
            return null;
        });
    }

    private static String words(Duration limit) {
        return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private void stop(Problem reason) {
        if (stopped == null) {
            stopped = reason;
            interrupt();
            if (working) {
                Thread.ofPlatform().daemon().name("duck-cancel").start(this::interruptUntilIdle);
            }
        }
    }

    /// DuckDB forgets an interruption that comes while it starts a statement, so once may not be enough.
    private void interruptUntilIdle() {
        while (working) {
            interrupt();
            LockSupport.parkNanos(INTERRUPT_AGAIN_NANOS);
        }
    }

    private synchronized void interrupt() {
        if (!connection.isEmpty()) {
            DuckApi.INTERRUPT.run(connection.get());
        }
    }

    @Override
    public void close() {
        alarm.complete(null);
        List.copyOf(offers).forEach(OfferedRows::close);
        disconnect();
    }

    private synchronized void disconnect() {
        connection.close();
    }

    PreparedStatement prepare(String sql) {
        Handle statement = new Handle(DuckApi.DESTROY_PREPARE);
        try (Arena arena = Arena.ofConfined()) {
            if (DuckApi.PREPARE.number(connection.get(), arena.allocateFrom(sql), statement.out()) != 0) {
                String error = Text.read(DuckApi.PREPARE_ERROR.pointer(statement.get()));
                statement.close();
                throw failure(error);
            }
        }
        return new PreparedStatement(this, statement);
    }

    Handle arrowOptions() {
        Handle options = new Handle(DuckApi.DESTROY_ARROW_OPTIONS);
        DuckApi.CONNECTION_GET_ARROW_OPTIONS.run(connection.get(), options.out());
        return options;
    }

    /// To be called before work that [#cancel()] must end, and followed by [#end()].
    ///
    /// @throws ProblemException why the connection was stopped, if it was
    void begin() {
        working = true;
        Problem reason = stopped;
        if (reason != null) {
            working = false;
            throw new ProblemException(reason);
        }
    }

    void end() {
        working = false;
    }

    /// Why a statement failed, of which DuckDB says `message`.
    RuntimeException failure(String message) {
        for (OfferedRows offered : offers) {
            Throwable thrown = offered.failure();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                return exception;
            }
        }
        Problem reason = stopped;
        return reason == null ? DuckProblems.of(message) : new ProblemException(reason);
    }

    /// Drops the view of offered rows, also when the connection was stopped. Where that fails, a
    /// transaction has failed that takes the view along.
    void withdraw(OfferedRows offered) {
        offers.remove(offered);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment drop = arena.allocateFrom("drop view if exists " + offered.name());
            DuckApi.QUERY.number(connection.get(), drop, MemorySegment.NULL);
        }
    }
}
