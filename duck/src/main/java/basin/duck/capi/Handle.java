package basin.duck.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A handle that DuckDB gave out, in the cell of memory where its functions fill it in and clear it.
///
/// For one thread at a time, like the thing behind it.
public final class Handle implements AutoCloseable {

    private final MemorySegment cell = Arena.ofAuto().allocate(ValueLayout.ADDRESS);
    private final CFunction destroy;

    /// An empty handle.
    ///
    /// @param destroy the function that takes back what the handle will stand for
    public Handle(CFunction destroy) {
        this.destroy = destroy;
    }

    /// Where a function writes the handle of what it makes.
    public MemorySegment out() {
        return cell;
    }

    /// What other functions take.
    public MemorySegment get() {
        return cell.get(ValueLayout.ADDRESS, 0);
    }

    /// Keeps a handle that a function returned.
    public Handle holding(MemorySegment value) {
        cell.set(ValueLayout.ADDRESS, 0, value);
        return this;
    }

    /// Whether it stands for nothing.
    public boolean isEmpty() {
        return get().address() == 0;
    }

    /// Destroys what it stands for, if anything; it may be filled again.
    public void clear() {
        if (!isEmpty()) {
            destroy.run(cell);
            cell.set(ValueLayout.ADDRESS, 0, MemorySegment.NULL);
        }
    }

    @Override
    public void close() {
        clear();
    }
}
