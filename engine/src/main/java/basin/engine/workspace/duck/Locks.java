package basin.engine.workspace.duck;

import basin.core.stream.TableName;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One change of a table at a time: a second waits for the first, and then sees what that has done.
///
/// For any thread.
final class Locks {

    private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /// Does something with a table that nobody else in the workspace changes meanwhile.
    <T> T with(TableName name, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(Relations.key(name.toString()), _ -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
