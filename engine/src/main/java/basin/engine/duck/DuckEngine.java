package basin.engine.duck;

import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import basin.engine.Engine;
import basin.engine.QueryOptions;
import basin.engine.Refresh;
import basin.engine.TableOverview;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.TableSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// DuckDB in this process.
///
/// People's statements are held in by two walls: [basin.engine.sql.QueryReader] lets only queries pass,
/// over tables of the lake and a few functions; and should one get through that is not, [Confinement]
/// leaves it nothing to reach.
public final class DuckEngine implements Engine {

    private static final AtomicLong DATABASES = new AtomicLong();

    private final Lake lake;
    private final Duck duck;
    private final DuckConnection housekeeping;
    private final Set<Session> running = ConcurrentHashMap.newKeySet();
    private boolean closed;

    private DuckEngine(Lake lake, Duck duck) {
        this.lake = lake;
        this.duck = duck;
        this.housekeeping = duck.connect();
    }

    /// Starts DuckDB over a lake, which stays its caller's.
    public static DuckEngine open(Lake lake, DuckSettings settings) {
        Duck duck = Duck.open(settings);
        try {
            Confinement.ofQueries(duck, lake.folder());
            return new DuckEngine(lake, duck);
        } catch (RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    @Override
    public Rows query(String sql, QueryOptions options) {
        Session session = begin(options);
        try {
            String statement = session.prepare(sql);
            return new Answer(session.connection().query(statement), session::explain, () -> end(session));
        } catch (ProblemException e) {
            end(session);
            throw session.explain(e);
        } catch (RuntimeException | Error e) {
            end(session);
            throw e;
        }
    }

    @Override
    public long materialise(TableName table, String select, Refresh refresh, QueryOptions options) {
        Session session = begin(options);
        try {
            String statement = session.prepare(select);
            return new Materialisation(lake, table, refresh).run(session.connection(), statement);
        } catch (ProblemException e) {
            throw session.explain(e);
        } finally {
            end(session);
        }
    }

    @Override
    public List<TableOverview> tables() {
        return lake.tables().stream()
                .flatMap(name -> lake.find(name).stream())
                .map(DuckEngine::overview)
                .toList();
    }

    private static TableOverview overview(LakeTable table) {
        Optional<TableSnapshot> newest = table.snapshots().stream().findFirst();
        return new TableOverview(
                table.name(),
                table.schema(),
                newest.map(TableSnapshot::rows).orElse(0L),
                newest.map(TableSnapshot::bytes).orElse(0L),
                table.isAwaited(),
                newest.map(TableSnapshot::since));
    }

    private Session begin(QueryOptions options) {
        Session session = new Session(duck.connect(), "@q" + DATABASES.incrementAndGet(), lake, options);
        running.add(session);
        try {
            session.begin();
            return session;
        } catch (RuntimeException | Error e) {
            end(session);
            throw e;
        }
    }

    private void end(Session session) {
        running.remove(session);
        session.close();
        synchronized (housekeeping) {
            if (!closed) {
                housekeeping.execute("DETACH DATABASE IF EXISTS " + TableName.quote(session.database()));
            }
        }
    }

    /// DuckDB itself ends when the last of the queries has been closed by whoever reads it.
    @Override
    public void close() {
        running.forEach(Session::cancel);
        synchronized (housekeeping) {
            closed = true;
            housekeeping.close();
        }
        duck.close();
    }
}
