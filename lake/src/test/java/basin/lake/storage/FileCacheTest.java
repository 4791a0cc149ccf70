package basin.lake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
    private static final int LENGTH = 100;

    @TempDir
    Path folder;

    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicInteger seconds = new AtomicInteger();

    @Test
    void aFileIsFetchedOnce() throws IOException {
        FileCache cache = cache(10 * LENGTH);
        for (int i = 0; i < 3; i++) {
            try (LentFiles lent = cache.lend(List.of(file(1), file(2)))) {
                assertThat(Files.readString(lent.paths().get(1))).isEqualTo(content(2));
            }
        }
        assertThat(fetched).hasValue(2);
    }

    @Test
    void whatWasReadLongestAgoGoesFirst() throws IOException {
        FileCache cache = cache(2 * LENGTH);
        for (int number : new int[] {1, 2, 1, 3, 1}) {
            cache.lend(List.of(file(number))).close();
        }

        assertThat(fetched).hasValue(3);
        assertThat(bytesInCache()).isEqualTo(2 * LENGTH);
    }

    @Test
    void aFileBeingReadStaysReadableWhenItIsThrownOut() throws IOException {
        FileCache cache = cache(LENGTH);
        try (LentFiles lent = cache.lend(List.of(file(1), file(2), file(3)))) {
            cache.lend(List.of(file(4))).close();

            for (int i = 0; i < 3; i++) {
                assertThat(Files.readString(lent.paths().get(i))).isEqualTo(content(i + 1));
            }
        }
        assertThat(bytesInCache()).isEqualTo(LENGTH);
        assertThat(folder.resolve("lent")).isEmptyDirectory();
    }

    @Test
    void aCopyThatWasCutShortIsFetchedAgain() throws IOException {
        cache(10 * LENGTH).lend(List.of(file(1))).close();
        for (Path copy : copies()) {
            Files.writeString(copy, "half");
        }

        try (LentFiles lent = cache(10 * LENGTH).lend(List.of(file(1)))) {
            assertThat(Files.readString(lent.paths().getFirst())).isEqualTo(content(1));
        }
    }

    @Test
    void aFailedFetchLeavesNothing() throws IOException {
        FileCache cache = new FileCache(
                folder.resolve("copies"),
                folder.resolve("lent"),
                LENGTH,
                (file, target) -> {
                    Files.writeString(target, "half");
                    throw new IOException("the network is down");
                },
                Clock.systemUTC());

        assertThatThrownBy(() -> cache.lend(List.of(file(1), file(2)))).isInstanceOf(UncheckedIOException.class);
        assertThat(folder.resolve("copies")).isEmptyDirectory();
        assertThat(folder.resolve("lent")).isEmptyDirectory();
    }

    @Test
    void manyReadersShareTwoCachesOfOneFolder() throws Exception {
        List<FileCache> caches = List.of(cache(3 * LENGTH), cache(3 * LENGTH));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < 8; reader++) {
                int first = reader;
                readers.add(threads.submit(() -> {
                    for (int round = 0; round < 40; round++) {
                        List<StoredFile> files = IntStream.range(0, 3)
                                .mapToObj(i -> file((first * 5 + i) % 7))
                                .distinct()
                                .toList();
                        try (LentFiles lent = caches.get(first % 2).lend(files)) {
                            for (Path path : lent.paths()) {
                                assertThat(path).hasSize(LENGTH);
                            }
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        assertThat(bytesInCache()).isLessThanOrEqualTo(3 * LENGTH);
    }

    private FileCache cache(long limit) {
        return new FileCache(
                folder.resolve("copies"),
                folder.resolve("lent"),
                limit,
                (file, target) -> {
                    fetched.incrementAndGet();
                    Files.writeString(target, content(Integer.parseInt(file.location())));
                },
                tick());
    }

    /// A clock of which each look is a second later.
    private Clock tick() {
        InstantSource source = () -> Instant.ofEpochSecond(1_700_000_000L + seconds.incrementAndGet());
        return source.withZone(ZoneOffset.UTC);
    }

    private static StoredFile file(int number) {
        return new StoredFile(String.valueOf(number), LENGTH);
    }

    private static String content(int number) {
        return String.valueOf(number).repeat(LENGTH);
    }

    private long bytesInCache() throws IOException {
        long sum = 0;
        for (Path copy : copies()) {
            sum += Files.size(copy);
        }
        return sum;
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> copies = Files.list(folder.resolve("copies"))) {
            return copies.toList();
        }
    }
}
