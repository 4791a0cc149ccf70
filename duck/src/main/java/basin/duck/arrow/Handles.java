package basin.duck.arrow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Java objects that C code refers to by a number, since it cannot hold a reference. Safe to use from any thread.
final class Handles<T> {

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, T> objects = new ConcurrentHashMap<>();

    long open(T object) {
        long handle = last.incrementAndGet();
        objects.put(handle, object);
        return handle;
    }

    T get(long handle) {
        T object = objects.get(handle);
        if (object == null) {
            throw new IllegalStateException("handle " + handle + " is not open");
        }
        return object;
    }

    void close(long handle) {
        objects.remove(handle);
    }

    int open() {
        return objects.size();
    }
}
