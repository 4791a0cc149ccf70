package basin.app.distribution;

import basin.testkit.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Applications that write to a database at the same time until they are closed: inserts, updates of
/// values and of keys,
/// deletes, rows that come again, values too large for their row, all in transactions of one or
/// several statements, of
/// which some are rolled back. A trigger counts what each did.
final class BusyShop implements AutoCloseable {

    static final List<String> TABLES = List.of("orders", "lines");

    static final String[] MAKE = {
        "create table orders (id int primary key, amount int, note text)",
        "alter table orders alter column note set storage external",
        "create table lines (shop text, id int, amount int, primary key (shop, id))",
        "insert into orders select i, i, repeat('x' || i, 1000) from generate_series(1, 500) i",
        "insert into lines select 's' || i % 5, i, i from generate_series(1, 500) i",
        "create table written (what text)",
        """
        create function count_written() returns trigger language plpgsql as $$
        begin insert into written values (tg_table_name); return null; end $$
        """,
        "create trigger count_orders after insert or update or delete on orders"
                + " for each row execute function count_written()",
        "create trigger count_lines after insert or update or delete on lines"
                + " for each row execute function count_written()"
    };

    private static final int KEYS = 600;

    private final PostgresDatabase database;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService threads;
    private final List<Future<Void>> writers = new ArrayList<>();

    private BusyShop(PostgresDatabase database, ExecutorService threads) {
        this.database = database;
        this.threads = threads;
    }

    /// @param applications how many write at the same time
    static BusyShop open(PostgresDatabase database, int applications) {
        BusyShop shop = new BusyShop(database, Executors.newFixedThreadPool(applications));
        for (int application = 0; application < applications; application++) {
            Random random = new Random(application);
            shop.writers.add(shop.threads.submit(() -> shop.write(random)));
        }
        return shop;
    }

    /// The first value that a query gives, as text.
    static String count(PostgresDatabase database, String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private Void write(Random random) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!closed.get()) {
                // Keys in order, so that no two applications wait for each other.
                int key = random.nextInt(KEYS);
                for (int statements = 1 + random.nextInt(3); statements > 0; statements--) {
                    statement.execute(change(key++, random));
                }
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }

    private static String change(int key, Random random) {
        String line = "shop = 's" + key % 5 + "' and id = " + key;
        return switch (random.nextInt(8)) {
            case 0 -> "delete from orders where id = " + key;
            case 1, 2 ->
                "insert into orders values (%d, %d, repeat('y', %d)) on conflict (id) do update set amount = orders.amount + 1"
                        .formatted(key, random.nextInt(100), random.nextInt(4000));
            case 3 -> "update orders set note = repeat('z', " + random.nextInt(4000) + ") where id = " + key;
            case 4 ->
                "update orders set id = id + %d where id = %d and not exists (select 1 from orders where id = %d)"
                        .formatted(KEYS, key, key + KEYS);
            case 5 -> "delete from orders where id = " + (key + KEYS);
            case 6 -> "delete from lines where " + line;
            default ->
                "insert into lines values ('s%d', %d, 0) on conflict (shop, id) do update set amount = lines.amount + 1"
                        .formatted(key % 5, key);
        };
    }

    /// Waits until all have stopped.
    @Override
    public void close() {
        closed.set(true);
        threads.close();
        for (Future<Void> writer : writers) {
            try {
                writer.get();
            } catch (ExecutionException e) {
                throw new AssertionError("an application failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
