package basin.engine.workspace.duck;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/// The statements that are running, and what has to wait for them: files that are named by nobody else
/// may still be read by a statement that began when they were.
///
/// For any thread.
final class Readers {

    private final TreeSet<Long> running = new TreeSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long next;

    /// A statement begins.
    ///
    /// @return its number, for [#end(long)]
    synchronized long begin() {
        running.add(next);
        return next++;
    }

    /// A statement has ended.
    void end(long number) {
        release(number).forEach(Runnable::run);
    }

    /// Has something done once all statements have ended that are running now; at once where there are
    /// none.
    void afterwards(Runnable work) {
        if (!defer(work)) {
            work.run();
        }
    }

    private synchronized boolean defer(Runnable work) {
        if (running.isEmpty()) {
            return false;
        }
        waiting.add(new Waiting(next, work));
        return true;
    }

    private synchronized List<Runnable> release(long number) {
        running.remove(number);
        long oldest = running.isEmpty() ? Long.MAX_VALUE : running.first();
        List<Runnable> ready = new ArrayList<>();
        Iterator<Waiting> each = waiting.iterator();
        while (each.hasNext()) {
            Waiting one = each.next();
            if (one.since() <= oldest) {
                each.remove();
                ready.add(one.work());
            }
        }
        return ready;
    }

    /// @param since the number of the first statement that began afterwards
    private record Waiting(long since, Runnable work) {}
}
