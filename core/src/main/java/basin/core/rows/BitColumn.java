package basin.core.rows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Booleans, eight to a byte.
final class BitColumn extends Column {

    private final Memory bits = new Memory();

    BitColumn(Type type) {
        super(type);
    }

    @Override
    public void appendNull() {
        set(size(), false);
        appendedNull();
    }

    @Override
    public void appendBoolean(boolean value) {
        set(size(), value);
        appended();
    }

    @Override
    public boolean getBoolean(int row) {
        return (bits.segment().get(ValueLayout.JAVA_BYTE, row >> 3) >> (row & 7) & 1) == 1;
    }

    @Override
    Object value(int row) {
        return getBoolean(row);
    }

    @Override
    public long bytes() {
        return (size() + 7L) >> 3;
    }

    @Override
    public List<MemorySegment> buffers() {
        return List.of(validity(), bits.segment());
    }

    @Override
    void copyValues(int size, List<MemorySegment> source) {
        bits.copy(source.get(1), (size + 7L) >> 3);
    }

    @Override
    void free() {
        super.free();
        bits.free();
    }

    @Override
    void truncate(int rows) {
        truncated(rows);
    }

    private void set(int row, boolean value) {
        int index = row >> 3;
        bits.ensure(index + 1L);
        int bit = 1 << (row & 7);
        int before = bits.segment().get(ValueLayout.JAVA_BYTE, index);
        bits.segment().set(ValueLayout.JAVA_BYTE, index, (byte) (value ? before | bit : before & ~bit));
    }
}
