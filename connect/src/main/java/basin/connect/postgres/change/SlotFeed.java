package basin.connect.postgres.change;

import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.postgres.connection.Connector;
import basin.connect.postgres.plan.ColumnNumbers;
import basin.connect.postgres.plan.PlannedStream;
import basin.connect.postgres.plan.StreamPlanner;
import basin.core.problem.Place;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The changes of a database, through a replication slot and the publications it is read with.
public final class SlotFeed implements ChangeFeed {

    private static final int OLDEST_VERSION = 14;
    private static final int NAME_BYTES = 63;

    private final Connector connector;
    private final StreamPlanner.Choice choice;
    private final boolean failover;
    private final String slot;
    private final @Nullable String given;
    private final Publication changes;
    private final Publication inserts;
    private final SlotProblems problems;

    /// @param source the source's name
    public SlotFeed(String source, CdcSettings settings, Connector connector, StreamPlanner.Choice choice) {
        this.connector = connector;
        this.choice = choice;
        this.failover = settings.failover();
        this.slot = settings.slot() == null ? shortened("basin_" + source, "") : settings.slot();
        this.given = settings.publication();
        this.changes = new Publication(slot, "insert, update, delete, truncate");
        this.inserts = new Publication(shortened(slot, "_inserts"), "insert, truncate");
        this.problems = new SlotProblems(connector.failures(), slot);
    }

    @Override
    public void prepare() {
        run(connection -> {
            Server server = server(connection);
            if (given == null) {
                prepareOwn(connection, server);
            } else {
                prepareGiven(connection, server, given);
            }
        });
    }

    @Override
    public ChangeReader open(Map<String, Position> after) {
        Connection connection = connector.open();
        try {
            Server server = server(connection);
            Slot present = Slot.read(connection, slot);
            Completeness completeness = given == null ? Completeness.read(connection, changes) : null;
            if (present == null) {
                throw completeness == null ? problems.notPrepared() : problems.gone();
            }
            requireUsable(present, server);
            Lsn begin = completeness == null || completeness.from() == null ? new Lsn(0) : completeness.from();
            Map<String, Standing> standings = new HashMap<>();
            Map<String, ColumnNumbers> former = new HashMap<>();
            List<String> missed = new ArrayList<>();
            after.forEach((stream, position) -> {
                Standing standing = Standing.of(position);
                standings.put(stream, standing);
                String[] words = position.text().split(" ", 2);
                if (words.length == 2) {
                    former.put(stream, ColumnNumbers.parse(words[1]));
                }
                if (standing.lsn().compareTo(begin) < 0) {
                    missed.add(stream);
                }
            });
            Place place = connector.failures().service();
            RelationRouter.Catalog catalog = past -> {
                synchronized (connection) {
                    return FollowedTables.read(connection, choice, place, server, past);
                }
            };
            FollowedTables tables = catalog.read(null);
            boolean binary = tables.streams().values().stream()
                    .filter(stream -> standings.containsKey(stream.stream().name()))
                    .flatMap(stream -> stream.columns().stream())
                    .allMatch(column -> column.wire().isDirect());
            RelationRouter router = new RelationRouter(catalog, tables, standings, former, binary);
            PluginOptions options = new PluginOptions(
                    slot, given == null ? List.of(changes.name(), inserts.name()) : List.of(given), binary);
            Lsn confirmed = present.awaitFree(connection, problems).confirmed();
            ChangeLog log = new ChangeLog(router, confirmed);
            return new SlotReader(connector, connection, server, options, log, Set.copyOf(missed), problems);
        } catch (SQLException e) {
            Connector.close(connection);
            throw problems.failed(e);
        } catch (RuntimeException | Error e) {
            Connector.close(connection);
            throw e;
        }
    }

    @Override
    public void remove() {
        run(connection -> {
            Slot present = Slot.read(connection, slot);
            if (present != null) {
                present.awaitFree(connection, problems);
                Slot.drop(connection, slot);
            }
            changes.drop(connection);
            inserts.drop(connection);
        });
    }

    /// The comment on the publication says that something is being changed before it is, and that all
    /// is complete after it is: whoever comes after a crash goes on from there.
    private void prepareOwn(Connection connection, Server server) throws SQLException {
        Completeness before = Completeness.read(connection, changes);
        Slot present = Slot.read(connection, slot);
        if (present != null) {
            requireUsable(present, server);
        } else if (before != null && before.from() != null) {
            throw problems.gone();
        }
        boolean altered = publish(connection, server, before);
        Lsn from = before == null ? null : before.from();
        if (present == null) {
            from = Slot.create(connection, slot, server, failover);
        } else if (from == null) {
            from = now(connection);
        } else if (!altered && before != null && before.settled()) {
            return;
        }
        new Completeness(from, false).write(connection, changes);
        new Settling(connection, problems).await();
        new Completeness(from, true).write(connection, changes);
    }

    private void prepareGiven(Connection connection, Server server, String publication) throws SQLException {
        if (!Publication.exists(connection, publication)) {
            throw problems.noPublication(publication);
        }
        Slot present = Slot.read(connection, slot);
        if (present != null) {
            requireUsable(present, server);
            return;
        }
        Slot.create(connection, slot, server, failover);
        new Settling(connection, problems).await();
    }

    /// @return whether anything had to be altered
    private boolean publish(Connection connection, Server server, @Nullable Completeness before) throws SQLException {
        Place place = connector.failures().service();
        FollowedTables tables = FollowedTables.read(connection, choice, place, server, null);
        List<PlannedStream> told = new ArrayList<>();
        List<PlannedStream> untold = new ArrayList<>();
        tables.streams().values().forEach(stream -> (stream.told() ? told : untold).add(stream));
        Map<Long, TableName> toldTables = Publication.tables(told);
        Map<Long, TableName> untoldTables = Publication.tables(untold);
        untoldTables.keySet().removeAll(toldTables.keySet());
        List<String> statements = new ArrayList<>(changes.changes(connection, toldTables));
        statements.addAll(inserts.changes(connection, untoldTables));
        if (statements.isEmpty()) {
            return false;
        }
        String all = String.join("; ", statements);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            new Completeness(before == null ? null : before.from(), false).write(connection, changes);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if ("42501".equals(e.getSQLState())) {
                throw problems.mayNotPublish(all, e);
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        return true;
    }

    private Server server(Connection connection) throws SQLException {
        Server server = Server.read(connection);
        if (server.version() < OLDEST_VERSION) {
            throw problems.tooOld(server.version());
        }
        if (!server.logical()) {
            throw problems.notLogical();
        }
        return server;
    }

    private void requireUsable(Slot present, Server server) {
        if (!present.plugin().equals(Slot.PLUGIN) || !present.database().equals(server.database())) {
            throw problems.another(present);
        }
        if (present.lost() != null) {
            throw problems.lost(present.lost());
        }
    }

    private static Lsn now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_current_wal_insert_lsn()::text")) {
            result.next();
            return Lsn.parse(result.getString(1));
        }
    }

    private static String shortened(String name, String suffix) {
        return name.substring(0, Math.min(name.length(), NAME_BYTES - suffix.length())) + suffix;
    }

    /// Something done on a connection.
    @FunctionalInterface
    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void run(Work work) {
        Connection connection = connector.open();
        try {
            work.run(connection);
        } catch (SQLException e) {
            throw problems.failed(e);
        } finally {
            Connector.close(connection);
        }
    }
}
