package basin.lake.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Transfers side by side: a network is slow to answer and quick to deliver.
final class Parallel {
    private static final int AT_ONCE = 8;

    private Parallel() {}

    /// One transfer.
    interface Transfer<I, O> {
        O run(I input) throws IOException;
    }

    /// Runs a transfer for each input.
    ///
    /// @return in the order of `inputs`
    /// @throws RuntimeException what the first of them threw that failed; the others are then finished or given
    /// up
    static <I, O> List<O> map(List<I> inputs, Transfer<I, O> transfer) {
        if (inputs.size() == 1) {
            return List.of(run(inputs.getFirst(), transfer));
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<O>> results = inputs.stream()
                    .map(input -> threads.submit(() -> run(input, transfer)))
                    .toList();
            try {
                return results.stream().map(Parallel::result).toList();
            } catch (RuntimeException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    private static <I, O> O run(I input, Transfer<I, O> transfer) {
        try {
            return transfer.run(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static <O> O result(Future<O> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new java.io.InterruptedIOException("stopped during a transfer"));
        }
    }
}
