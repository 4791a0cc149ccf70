package basin.connect.postgres;

import basin.connect.Source;
import basin.connect.SourceContract;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

class PostgresContractTest extends SourceContract {

    @Override
    protected Outside outside() {
        PostgresDatabase database = PostgresServer.shared().createDatabase();
        database.execute(
                "create table items (id bigint primary key, filling text)",
                "create table nothing (id bigint primary key)");
        return new Tables(database);
    }

    private record Tables(PostgresDatabase database) implements Outside {

        @Override
        public Source source() {
            return new PostgresSource("shop", Databases.settings(database));
        }

        @Override
        public Source unreachable() {
            try (ServerSocket free = new ServerSocket(0)) {
                return new PostgresSource(
                        "shop",
                        Databases.settings(
                                Databases.connection("localhost", free.getLocalPort(), "shop"), Map.of(), "public.*"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void add(int from, int to) {
            database.execute(
                    "insert into items select i, repeat('x', 200) from generate_series(%d, %d) i".formatted(from, to));
        }

        @Override
        public void change(int id) {
            database.execute("update items set filling = filling where id = " + id);
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
