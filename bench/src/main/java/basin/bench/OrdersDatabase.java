package basin.bench;

import basin.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// A Postgres of its own with one large table, `public.orders`: nine columns of the kinds that order tables
/// have, about 170 bytes a row, the same rows in every run.
final class OrdersDatabase implements AutoCloseable {

    private final PostgresServer server;

    private OrdersDatabase(PostgresServer server) {
        this.server = server;
    }

    /// Starts the server and fills the table with `rows` rows.
    static OrdersDatabase start(long rows) throws SQLException {
        PostgresServer server = PostgresServer.start(Map.of(
                "shared_buffers", "512MB",
                "max_wal_size", "8GB",
                "autovacuum", "off"));
        OrdersDatabase database = new OrdersDatabase(server);
        database.fill(rows);
        return database;
    }

    int port() {
        return server.port();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=" + PostgresServer.SUPERUSER;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    private void fill(long rows) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table public.orders (
                        id bigint primary key,
                        customer_id integer not null,
                        placed_at timestamptz not null,
                        status text not null,
                        channel text not null,
                        total numeric(12, 2) not null,
                        weight double precision,
                        gift boolean not null,
                        note text)""");
            statement.execute("""
                    insert into public.orders
                    select n,
                           (n * 7919) %% 200000,
                           timestamptz '2023-01-01 00:00:00+00' + n * interval '19.1 seconds',
                           (array['placed', 'paid', 'shipped', 'delivered', 'returned'])[1 + (n %% 5)::int],
                           (array['web', 'store', 'partner'])[1 + n %% 3],
                           ((n * 104729) %% 1000000)::numeric / 100,
                           sqrt(n),
                           n %% 11 = 0,
                           case when n %% 4 = 0 then null else md5(n::text) || md5((n + 1)::text) end
                    from generate_series(1::bigint, %d) n""".formatted(rows));
            statement.execute("vacuum (freeze, analyze) public.orders");
            statement.execute("checkpoint");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
