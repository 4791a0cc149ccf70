package basin.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Batch;
import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every source is held to. The test of a source inherits it, and says how to set one up.
public abstract class SourceContract {

    /// Rows enough for several chunks.
    private static final int ROWS = 20_000;

    private Outside outside = new NotYet();

    /// A system to read from, and ways to change what is in it.
    protected interface Outside extends AutoCloseable {

        /// A source over the streams `items`, with a column `id` of 64-bit integers and others to fill it up, and
        /// `nothing`, without rows.
        Source source();

        /// A source of the same settings, except that nobody answers where it looks.
        Source unreachable();

        /// Adds rows to `items` with these values of `id`.
        void add(int from, int to);

        /// Changes a row of `items`, and leaves its `id` as it is.
        void change(int id);

        @Override
        void close();
    }

    /// Sets the system up, with no rows in it.
    protected abstract Outside outside();

    @BeforeEach
    void fill() {
        outside = outside();
        outside.add(1, ROWS);
    }

    @AfterEach
    void tearDown() {
        outside.close();
    }

    @Test
    void discoversTheStreamsThatItsSnapshotsHave() {
        try (SourceSnapshot snapshot = outside.source().snapshot()) {
            assertThat(snapshot.discovery()).isEqualTo(outside.source().discover());
            assertThat(snapshot.discovery().streams()).extracting(Stream::name).containsExactly("items", "nothing");
        }
    }

    @Test
    void readsEachRowOnceOverAllChunks() {
        try (SourceSnapshot snapshot = outside.source().snapshot()) {
            Loaded loaded = Loaded.all(snapshot, "items");

            assertThat(loaded.column("id"))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, ROWS).boxed().toList());
            assertThat(loaded.rejected()).isEmpty();
            assertThat(loaded.receipts()).hasSizeGreaterThan(1);
            assertThat(loaded.receipts().stream().mapToLong(ChunkReceipt::rows).sum())
                    .isEqualTo(ROWS);
        }
    }

    @Test
    void readsNothingWhereThereIsNothing() {
        assertThat(Loaded.all(outside.source(), "nothing").rows()).isEmpty();
    }

    @Test
    void readsAsManyChunksAtTheSameTimeAsItSays() throws Exception {
        try (SourceSnapshot snapshot = outside.source().snapshot();
                ExecutorService threads = Executors.newFixedThreadPool(snapshot.readers())) {
            Stream items = Loaded.stream(snapshot, "items");
            List<Callable<Loaded>> readings = new ArrayList<>();
            for (Chunk chunk : snapshot.chunks(items, null)) {
                readings.add(() -> {
                    Loaded loaded = new Loaded();
                    loaded.read(snapshot, items, chunk);
                    return loaded;
                });
            }
            long rows = 0;
            for (Future<Loaded> reading : threads.invokeAll(readings)) {
                rows += reading.get().rows().size();
            }
            assertThat(rows).isEqualTo(ROWS);
        }
    }

    @Test
    void doesNotSeeWhatIsWrittenAfterTheSnapshot() {
        try (SourceSnapshot snapshot = outside.source().snapshot()) {
            outside.add(ROWS + 1, ROWS + 10);
            assertThat(Loaded.all(snapshot, "items").rows()).hasSize(ROWS);
        }
        assertThat(Loaded.all(outside.source(), "items").rows()).hasSize(ROWS + 10);
    }

    @Test
    void cutsTheSameChunksInAnotherAttempt() {
        List<String> first = chunkIds();
        assertThat(chunkIds()).isEqualTo(first);
        outside.add(ROWS + 1, 2 * ROWS);
        assertThat(chunkIds()).startsWith(first.toArray(String[]::new));
    }

    @Test
    void knowsAgainWhatHasNotChanged() {
        List<ChunkReceipt> receipts = Loaded.all(outside.source(), "items").receipts();
        assertThat(holding(receipts)).containsExactlyElementsOf(receipts);
    }

    @Test
    void doesNotTrustAChunkOnceARowOfItHasChanged() {
        List<ChunkReceipt> receipts = Loaded.all(outside.source(), "items").receipts();
        outside.change(1);
        assertThat(holding(receipts)).hasSizeLessThan(receipts.size());
    }

    @Test
    void doesNotTrustAReceiptItDidNotWrite() {
        Loaded loaded = Loaded.all(outside.source(), "items");
        ChunkReceipt receipt = loaded.receipts().getFirst();
        List<ChunkReceipt> strange = List.of(
                new ChunkReceipt(receipt.chunk(), receipt.rows(), "trust me"),
                new ChunkReceipt(receipt.chunk(), receipt.rows() + 1, receipt.evidence()),
                new ChunkReceipt("no such chunk", receipt.rows(), receipt.evidence()));
        assertThat(holding(strange)).isEmpty();
    }

    @Test
    void givesNoReceiptForHalfAChunk() {
        try (SourceSnapshot snapshot = outside.source().snapshot()) {
            Stream items = Loaded.stream(snapshot, "items");
            Chunk chunk = snapshot.chunks(items, null).getFirst();
            try (ChunkRows rows = snapshot.read(items, chunk, _ -> {})) {
                assertThatThrownBy(rows::receipt).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void letsAReadingBeBrokenOffAndTakenUpAgain() {
        try (SourceSnapshot snapshot = outside.source().snapshot()) {
            Stream items = Loaded.stream(snapshot, "items");
            List<Chunk> chunks = snapshot.chunks(items, null);
            for (int i = 0; i <= snapshot.readers(); i++) {
                try (ChunkRows rows = snapshot.read(items, chunks.getFirst(), _ -> {});
                        Batch batch = rows.next()) {
                    assertThat(batch).isNotNull();
                }
            }
            assertThat(Loaded.all(snapshot, "items").rows()).hasSize(ROWS);
        }
    }

    @Test
    void endsReadingsWhenTheSnapshotIsClosed() {
        SourceSnapshot snapshot = outside.source().snapshot();
        Stream items = Loaded.stream(snapshot, "items");
        Chunk chunk = snapshot.chunks(items, null).getFirst();
        try (ChunkRows rows = snapshot.read(items, chunk, _ -> {})) {
            snapshot.close();
            assertThatThrownBy(() -> readOn(rows)).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> snapshot.chunks(items, null)).isInstanceOf(ProblemException.class);
        snapshot.close();
    }

    @Test
    void saysThatWaitingHelpsWhenNobodyAnswers() {
        assertThatThrownBy(() -> outside.unreachable().discover())
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.TRANSIENT));
    }

    private static void readOn(ChunkRows rows) {
        for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
            batch.close();
        }
    }

    private List<String> chunkIds() {
        try (SourceSnapshot snapshot = outside.source().snapshot()) {
            return snapshot.chunks(Loaded.stream(snapshot, "items"), null).stream()
                    .map(Chunk::id)
                    .toList();
        }
    }

    private List<ChunkReceipt> holding(List<ChunkReceipt> receipts) {
        try (SourceSnapshot snapshot = outside.source().snapshot()) {
            Stream items = Loaded.stream(snapshot, "items");
            List<Chunk> chunks = snapshot.chunks(items, null);
            assertThat(chunks).isNotEmpty();
            return receipts.stream()
                    .filter(receipt -> snapshot.stillHolds(items, receipt))
                    .toList();
        }
    }

    /// Before it is set up.
    private record NotYet() implements Outside {
        @Override
        public Source source() {
            throw new IllegalStateException();
        }

        @Override
        public Source unreachable() {
            throw new IllegalStateException();
        }

        @Override
        public void add(int from, int to) {
            throw new IllegalStateException();
        }

        @Override
        public void change(int id) {
            throw new IllegalStateException();
        }

        @Override
        public void close() {}
    }
}
