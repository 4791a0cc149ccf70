package basin.jinja.interpret;

import basin.jinja.value.Absent;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Those of some elements for which something holds, which is asked of each as late as possible.
final class Matching implements Iterator<@Nullable Object> {
    private final Iterator<? extends @Nullable Object> all;
    private final Predicate<@Nullable Object> condition;
    private @Nullable Object ahead = Absent.ABSENT;

    Matching(Iterator<? extends @Nullable Object> all, Predicate<@Nullable Object> condition) {
        this.all = all;
        this.condition = condition;
    }

    @Override
    public boolean hasNext() {
        while (ahead == Absent.ABSENT && all.hasNext()) {
            Object candidate = all.next();
            if (condition.test(candidate)) {
                ahead = candidate;
            }
        }
        return ahead != Absent.ABSENT;
    }

    @Override
    public @Nullable Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object element = ahead;
        ahead = Absent.ABSENT;
        return element;
    }
}
