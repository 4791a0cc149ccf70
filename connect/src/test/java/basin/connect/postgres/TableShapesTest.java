package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.ChunkRows;
import basin.connect.Loaded;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.rows.Batch;
import basin.core.settings.DataSize;
import basin.core.stream.Chunk;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tables as people have them: wide, long, empty, without keys.
class TableShapesTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aTableOfAsManyColumnsAsPostgresAllows() {
        String columns =
                IntStream.range(0, 1600).mapToObj(i -> "c" + i + " smallint").collect(Collectors.joining(", "));
        String values = IntStream.range(0, 1600).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        database.execute("create table wide (%s)".formatted(columns));
        for (int i = 0; i < 3; i++) {
            database.execute("insert into wide values (%s)".formatted(values));
        }
        Loaded loaded = Loaded.all(source(), "wide");
        assertThat(loaded.rows()).hasSize(3);
        assertThat(loaded.rows().getLast()).hasSize(1600).containsEntry("c0", 0).containsEntry("c1599", 1599);
    }

    @Test
    void aTableWithoutAKeyAndWithRowsTwice() {
        database.execute("create unlogged table log (line text)", "insert into log values ('a'), ('a'), (null), ('')");
        assertThat(Loaded.all(source(), "log").column("line")).containsExactly("a", "a", null, "");
    }

    @Test
    void aTableWithMoreRowsThanABatchHolds() {
        database.execute("create table numbers as select generate_series(1, 100000) as n");
        PostgresSource source = new PostgresSource(
                "shop",
                Databases.settings(Databases.connection(database), Map.of(), DataSize.parse("1GiB"), "numbers"));
        Loaded loaded = Loaded.all(source, "numbers");
        assertThat(loaded.receipts()).hasSize(1);
        assertThat(loaded.column("n"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 100_000).boxed().toList());
    }

    @Test
    void valuesOfFiftyMegabytesInBatchesOfFewRows() {
        database.execute(
                "create table blobs (id int, content bytea)",
                "alter table blobs alter column content set storage external",
                "insert into blobs select i, convert_to(repeat(i::text, 50 * 1024 * 1024), 'UTF8') from generate_series(1, 4) i");
        long rows = 0;
        try (SourceSnapshot snapshot = source().snapshot()) {
            Stream blobs = Loaded.stream(snapshot, "blobs");
            for (Chunk chunk : snapshot.chunks(blobs, null)) {
                assertThat(chunk.weight()).isGreaterThan(50 << 20);
                try (ChunkRows reading = snapshot.read(blobs, chunk, _ -> {})) {
                    for (Batch batch = reading.next(); batch != null; batch = reading.next()) {
                        assertThat(batch.size()).isEqualTo(1);
                        assertThat(batch.column(1).getBytes(0)).hasSize(50 << 20);
                        rows += batch.size();
                        batch.close();
                    }
                }
            }
        }
        assertThat(rows).isEqualTo(4);
    }

    @Test
    void aRowThatIsLargerThanTheHeapIsAProblemOfItsTable() {
        database.execute(
                "create table blobs (content text)",
                "alter table blobs alter column content set storage external",
                "insert into blobs values (repeat('x', 450 * 1024 * 1024))",
                "create table others (id int)",
                "insert into others values (1)");
        try (SourceSnapshot snapshot = source().snapshot()) {
            assertThatThrownBy(() -> Loaded.all(snapshot, "blobs"))
                    .hasMessageContaining("public.blobs: a row is too large for the memory there is");
            assertThat(Loaded.all(snapshot, "others").rows()).hasSize(1);
        }
    }

    @Test
    void aWholeDatabase() throws IOException {
        database.execute(chinook());
        PostgresSource source = source();
        try (SourceSnapshot snapshot = source.snapshot()) {
            assertThat(snapshot.discovery().streams())
                    .extracting(Stream::name)
                    .containsExactly(
                            "album",
                            "artist",
                            "customer",
                            "employee",
                            "genre",
                            "invoice",
                            "invoice_line",
                            "media_type",
                            "playlist",
                            "playlist_track",
                            "track");
            assertThat(Loaded.stream(snapshot, "playlist_track").schema().primaryKey())
                    .containsExactly("playlist_id", "track_id");
            assertThat(Loaded.all(snapshot, "track").rows()).hasSize(3503);
            assertThat(Loaded.all(snapshot, "invoice").rows()).hasSize(412);
            assertThat(Loaded.all(snapshot, "artist").column("name")).contains("Mötley Crüe", "Antônio Carlos Jobim");
        }
    }

    private PostgresSource source() {
        return new PostgresSource("shop", Databases.settings(database));
    }

    /// Without its beginning, which makes a database of its own.
    private static String chinook() throws IOException {
        try (InputStream script = TableShapesTest.class.getResourceAsStream("/chinook.sql")) {
            String sql = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("CREATE TABLE"));
        }
    }
}
