package basin.app.progress;

import basin.app.progress.TaskView.Phase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Counts, and can be looked at. Looking is for one thread at a time.
final class CountedTask implements Task {

    private static final long NOT_YET = Long.MIN_VALUE;

    private final String name;
    private final long expectedRows;
    private final long expectedBytes;
    private final LongSupplier nanos;
    private final Consumer<CountedTask> whenEnded;
    private final LongAdder rows = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rowsBefore = new LongAdder();
    private final LongAdder bytesBefore = new LongAdder();
    private final AtomicLong started = new AtomicLong(NOT_YET);
    private final Speed rowSpeed = new Speed();
    private final Speed byteSpeed = new Speed();
    private Phase end = Phase.WAITING;
    private long endedAt;
    private String reason = "";

    CountedTask(
            String name, long expectedRows, long expectedBytes, LongSupplier nanos, Consumer<CountedTask> whenEnded) {
        this.name = name;
        this.expectedRows = expectedRows;
        this.expectedBytes = expectedBytes;
        this.nanos = nanos;
        this.whenEnded = whenEnded;
    }

    @Override
    public void advance(long moreRows, long moreBytes) {
        if (started.get() == NOT_YET) {
            started.compareAndSet(NOT_YET, nanos.getAsLong());
        }
        rows.add(moreRows);
        bytes.add(moreBytes);
    }

    @Override
    public void resume(long earlierRows, long earlierBytes) {
        rowsBefore.add(earlierRows);
        bytesBefore.add(earlierBytes);
    }

    @Override
    public void done() {
        end(Phase.DONE, "");
    }

    @Override
    public void failed(String why) {
        end(Phase.FAILED, why);
    }

    private void end(Phase phase, String why) {
        synchronized (this) {
            if (end != Phase.WAITING) {
                return;
            }
            end = phase;
            endedAt = nanos.getAsLong();
            reason = why;
        }
        whenEnded.accept(this);
    }

    synchronized TaskView look() {
        long now = nanos.getAsLong();
        long start = started.get();
        Phase phase = end != Phase.WAITING ? end : start == NOT_YET ? Phase.WAITING : Phase.RUNNING;
        if (phase == Phase.RUNNING) {
            rowSpeed.note(now, rows.sum());
            byteSpeed.note(now, bytes.sum());
        }
        long until = phase == Phase.RUNNING ? now : endedAt;
        return new TaskView(
                name,
                phase,
                rowsBefore.sum() + rows.sum(),
                bytesBefore.sum() + bytes.sum(),
                expectedRows,
                expectedBytes,
                rowSpeed.perSecond(),
                byteSpeed.perSecond(),
                Duration.ofNanos(start == NOT_YET ? 0 : Math.max(0, until - start)),
                reason);
    }
}
