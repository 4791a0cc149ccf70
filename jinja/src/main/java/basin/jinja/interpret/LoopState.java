package basin.jinja.interpret;

import basin.jinja.error.JinjaException;
import basin.jinja.operation.Comparison;
import basin.jinja.operation.Iteration;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A loop's elements and what its body sees as `loop`. Looks ahead only as far as it is asked to.
final class LoopState implements HasAttributes, Callable {
    private final Setup setup;
    private final int depth;
    private final @Nullable Callable again;
    private Iterator<@Nullable Object> rest;
    private @Nullable Object ahead = Absent.ABSENT;
    private int length;
    private int index = -1;
    private @Nullable Object previous = Absent.ABSENT;
    private @Nullable Object current = Absent.ABSENT;
    private @Nullable Object lastSeen = Absent.ABSENT;

    /// @param elements of the loop, all of which take part
    /// @param depth of recursion, from 0
    /// @param again runs the loop over other elements, one level deeper; null where it is not recursive
    LoopState(Setup setup, @Nullable Object elements, int depth, @Nullable Callable again) {
        this.setup = setup;
        this.depth = depth;
        this.again = again;
        this.length =
                elements instanceof Collection<?> || elements instanceof Map<?, ?> ? Iteration.length(elements) : -1;
        this.rest = Iteration.of(elements);
    }

    boolean hasNext() {
        return ahead != Absent.ABSENT || rest.hasNext();
    }

    @Nullable
    Object next() {
        previous = current;
        current = following();
        ahead = Absent.ABSENT;
        index++;
        return current;
    }

    /// The next element, which stays to come; [Absent#ABSENT] after the last.
    private @Nullable Object following() {
        if (ahead == Absent.ABSENT && rest.hasNext()) {
            ahead = rest.next();
        }
        return ahead;
    }

    private int length() {
        if (length < 0) {
            List<@Nullable Object> remaining = new ArrayList<>();
            rest.forEachRemaining(remaining::add);
            rest = remaining.iterator();
            length = index + 1 + remaining.size() + (ahead == Absent.ABSENT ? 0 : 1);
        }
        return length;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "index" -> index + 1L;
            case "index0" -> (long) index;
            case "revindex" -> (long) length() - index;
            case "revindex0" -> (long) length() - index - 1;
            case "first" -> index == 0;
            case "last" -> !hasNext();
            case "length" -> (long) length();
            case "depth" -> depth + 1L;
            case "depth0" -> (long) depth;
            case "previtem" -> index == 0 ? setup.undefined("there is no previous item") : previous;
            case "nextitem" -> following() == Absent.ABSENT ? setup.undefined("there is no next item") : ahead;
            case "cycle" -> (Callable) this::cycle;
            case "changed" -> (Callable) this::changed;
            default -> Absent.ABSENT;
        };
    }

    private @Nullable Object cycle(Arguments arguments) {
        List<@Nullable Object> values = arguments.positional();
        if (values.isEmpty()) {
            throw JinjaException.of("loop.cycle() needs values to cycle through");
        }
        return values.get(index % values.size());
    }

    private boolean changed(Arguments arguments) {
        boolean same = lastSeen != Absent.ABSENT && Comparison.equal(lastSeen, arguments.positional());
        lastSeen = arguments.positional();
        return !same;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        if (again == null) {
            throw JinjaException.of("this loop is not recursive: write '{% for ... recursive %}' to call it");
        }
        return again.call(arguments);
    }

    @Override
    public String toString() {
        return "<LoopContext " + (index + 1) + "/" + length() + ">";
    }
}
