package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.Loaded;
import basin.connect.SourceSnapshot;
import basin.core.stream.Chunk;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Promises of the Postgres source.
class PostgresSourceTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void readsEachRowOnceHoweverManyChunksThereAre() {
        database.execute(
                "create table numbers (id bigint primary key, note text)",
                "insert into numbers select i, repeat('x', 200) from generate_series(1, 20000) i");
        try (SourceSnapshot snapshot = source().snapshot()) {
            List<Chunk> chunks = snapshot.chunks(Loaded.stream(snapshot, "numbers"), null);
            assertThat(chunks).hasSizeGreaterThan(3);

            Loaded loaded = Loaded.all(snapshot, "numbers");

            assertThat(loaded.column("id")).hasSize(20_000).doesNotHaveDuplicates();
            assertThat(loaded.receipts()).hasSameSizeAs(chunks);
            assertThat(loaded.receipts().stream()
                            .mapToLong(receipt -> receipt.rows())
                            .sum())
                    .isEqualTo(20_000);
        }
    }

    private PostgresSource source() {
        return new PostgresSource("shop", Databases.settings(database));
    }
}
