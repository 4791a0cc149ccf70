package basin.core.rows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Text and binary values: offsets into one run of bytes.
final class BytesColumn extends Column {

    private final Offsets offsets = new Offsets();
    private final Memory bytes = new Memory();

    BytesColumn(Type type) {
        super(type);
    }

    @Override
    public void appendNull() {
        offsets.end(size(), end());
        appendedNull();
    }

    @Override
    public void appendBytes(byte[] source, int offset, int length) {
        int start = end();
        int end = Math.addExact(start, length);
        bytes.ensure(end);
        MemorySegment.copy(source, offset, bytes.segment(), ValueLayout.JAVA_BYTE, start, length);
        offsets.end(size(), end);
        appended();
    }

    @Override
    public byte[] getBytes(int row) {
        int start = offsets.start(row);
        byte[] copy = new byte[offsets.start(row + 1) - start];
        MemorySegment.copy(bytes.segment(), ValueLayout.JAVA_BYTE, start, copy, 0, copy.length);
        return copy;
    }

    @Override
    Object value(int row) {
        return type() == Type.Primitive.STRING ? getString(row) : getBytes(row);
    }

    @Override
    public long bytes() {
        return end() + (size() + 1L) * Integer.BYTES;
    }

    @Override
    public List<MemorySegment> buffers() {
        return List.of(validity(), offsets.segment(), bytes.segment());
    }

    @Override
    void copyValues(int size, List<MemorySegment> source) {
        offsets.copy(size, source.get(1));
        bytes.copy(source.get(2), offsets.start(size));
    }

    @Override
    void free() {
        super.free();
        offsets.free();
        bytes.free();
    }

    @Override
    void truncate(int rows) {
        truncated(rows);
    }

    private int end() {
        return offsets.start(size());
    }
}
