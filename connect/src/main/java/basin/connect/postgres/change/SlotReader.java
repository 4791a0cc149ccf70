package basin.connect.postgres.change;

import basin.connect.change.ChangeReader;
import basin.connect.change.ChangeSink;
import basin.connect.change.Cut;
import basin.connect.change.Lag;
import basin.connect.postgres.connection.Connector;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.Position;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Reads a replication slot: a large backlog in portions, and then what the server sends.
final class SlotReader implements ChangeReader {

    private final Connector connector;
    private final Server server;
    private final PluginOptions options;
    private final Connection questions;
    private final ChangeLog changes;
    private final SlotProblems problems;
    private final AtomicReference<Lsn> acknowledged;
    private Set<String> missed;
    private volatile @Nullable Backlog backlog;
    private volatile @Nullable LogStream stream;
    private volatile boolean closed;
    private volatile Lsn reached;
    private volatile @Nullable Instant lastCommitted;
    private volatile boolean idle;

    /// Starts reading where the slot was acknowledged last. Nobody reads it but we.
    ///
    /// @param questions where other things are asked; owned by the reader from here on
    /// @param missed names of streams whose tables lack changes that are not in the slot
    SlotReader(
            Connector connector,
            Connection questions,
            Server server,
            PluginOptions options,
            ChangeLog changes,
            Set<String> missed,
            SlotProblems problems)
            throws SQLException {
        this.connector = connector;
        this.questions = questions;
        this.server = server;
        this.options = options;
        this.changes = changes;
        this.missed = missed;
        this.problems = problems;
        this.acknowledged = new AtomicReference<>(changes.reached());
        this.reached = changes.reached();
        try (Statement statement = questions.createStatement()) {
            statement.execute("set synchronous_commit = local");
        }
        Backlog portions = new Backlog(connector, options);
        this.backlog = portions;
        try {
            source();
        } catch (SQLException | RuntimeException | Error e) {
            portions.close();
            throw e;
        }
    }

    @Override
    public Cut read(Duration time, long rows, ChangeSink sink) {
        synchronized (changes) {
            long rowsBefore = changes.rows();
            long transactionsBefore = changes.transactions();
            long ordinal = changes.transaction().ordinal();
            requireOpen();
            tellMissed(sink);
            try {
                LogStream live = source();
                if (live == null) {
                    idle = false;
                    portion(rows, sink);
                } else {
                    follow(
                            live,
                            System.nanoTime() + time.toNanos(),
                            rowsBefore + Math.min(rows, Long.MAX_VALUE - rowsBefore),
                            sink);
                }
                changes.flush(sink);
            } catch (SQLException e) {
                requireOpen();
                throw problems.failed(e);
            } catch (RelationRouter.ReopenException e) {
                throw new ProblemException(
                        Problem.interrupted(
                                "a table was altered so that its values have to be asked for anew", place()),
                        e);
            }
            reached = changes.reached();
            boolean some = changes.transaction().ordinal() != ordinal;
            Instant committed = some ? changes.transaction().committed() : null;
            lastCommitted = committed == null ? lastCommitted : committed;
            return new Cut(
                    reached.position(),
                    tables(),
                    committed,
                    changes.transactions() - transactionsBefore,
                    changes.rows() - rowsBefore);
        }
    }

    @Override
    public void acknowledge(Position position) {
        Lsn lsn = Lsn.parse(position.text());
        Lsn latest = acknowledged.accumulateAndGet(lsn, Lsn::max);
        LogStream live = stream;
        if (live != null) {
            live.acknowledge(latest);
        }
    }

    @Override
    public Lag lag() {
        String sql = """
                select here::text, pg_wal_lsn_diff(here, s.restart_lsn) as kept, s.safe_wal_size as spare, now() as now
                from (select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end as here) w
                left join pg_replication_slots s on s.slot_name = '%s'
                """.formatted(options.slot());
        synchronized (questions) {
            try (Statement statement = questions.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                long unread = Lsn.parse(result.getString("here")).beyond(reached);
                long kept = result.getLong("kept");
                long spare = result.getLong("spare");
                boolean bounded = !result.wasNull();
                Instant now = result.getTimestamp("now").toInstant();
                Instant then = lastCommitted;
                Duration behind = idle || unread == 0 || then == null || then.isAfter(now)
                        ? Duration.ZERO
                        : Duration.between(then, now);
                return new Lag(unread, behind, kept, bounded ? OptionalLong.of(spare) : OptionalLong.empty());
            } catch (SQLException e) {
                throw problems.failed(e);
            }
        }
    }

    /// A message of our own in the log, which is written out to disk: what was committed before stands
    /// before it. The server tells when it has sent everything up to there.
    @Override
    public Position head() {
        String sql = server.standby()
                ? "select pg_last_wal_replay_lsn()::text"
                : "select pg_logical_emit_message(true, 'basin', '')::text";
        synchronized (questions) {
            try (Statement statement = questions.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return Lsn.parse(result.getString(1)).position();
            } catch (SQLException e) {
                throw problems.failed(e);
            }
        }
    }

    @Override
    public boolean hasReached(Position position) {
        return reached.compareTo(Standing.of(position).lsn()) >= 0;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        LogStream live = stream;
        Backlog portions = backlog;
        if (live != null) {
            live.close();
        }
        if (portions != null) {
            portions.close();
        }
        try {
            questions.abort(Runnable::run);
        } catch (SQLException e) {
            System.getLogger(SlotReader.class.getName()).log(System.Logger.Level.DEBUG, "cutting a connection", e);
        }
        synchronized (changes) {
            changes.close();
        }
    }

    /// What is read next: null while that is a portion of the backlog. What was read and not
    /// acknowledged would be in the next portion again; a stream can start behind it.
    private @Nullable LogStream source() throws SQLException {
        LogStream live = stream;
        Backlog portions = backlog;
        if (live != null || portions == null) {
            return live;
        }
        Lsn latest = acknowledged.get();
        if (latest.compareTo(changes.reached()) >= 0) {
            portions.acknowledge(latest);
            if (portions.isLarge()) {
                return null;
            }
        }
        portions.close();
        backlog = null;
        live = LogStream.open(connector, server, options, changes.reached());
        stream = live;
        if (closed) {
            live.close();
        }
        return live;
    }

    private void portion(long rows, ChangeSink sink) throws SQLException {
        Backlog portions = backlog;
        if (portions != null) {
            portions.read(rows, changes, sink);
        }
    }

    /// @param end in the time of [System#nanoTime()]
    /// @param mostRows as counted by the log
    private void follow(LogStream live, long end, long mostRows, ChangeSink sink) throws SQLException {
        while (true) {
            requireOpen();
            ByteBuffer message = live.next();
            if (message != null) {
                changes.read(message.array(), message.arrayOffset() + message.position(), message.remaining(), sink);
                if (!changes.inTransaction() && (changes.rows() >= mostRows || System.nanoTime() - end >= 0)) {
                    idle = false;
                    return;
                }
            } else if (!changes.inTransaction()) {
                changes.reach(live.received());
                reached = changes.reached();
                if (System.nanoTime() - end >= 0) {
                    idle = true;
                    return;
                }
            }
        }
    }

    private Map<String, Position> tables() {
        Map<String, Position> tables = new HashMap<>();
        for (FollowedStream followed : changes.streams()) {
            if (!followed.isDiscontinued()) {
                tables.put(followed.planned().stream().name(), followed.position(changes.reached()));
            }
        }
        return tables;
    }

    private void tellMissed(ChangeSink sink) {
        for (FollowedStream followed : changes.streams()) {
            if (missed.contains(followed.planned().stream().name())) {
                followed.discontinue();
                sink.discontinued(
                        followed.planned().stream(),
                        problems.missed()
                                .at(new Place.InTable(
                                        followed.planned().stream().origin().toString())));
            }
        }
        missed = Set.of();
    }

    private void requireOpen() {
        if (closed) {
            throw new ProblemException(Problem.interrupted("the reading was ended", place()));
        }
    }

    private Place place() {
        return problems.failures().service();
    }
}
