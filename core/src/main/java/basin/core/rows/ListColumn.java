package basin.core.rows;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists, and maps as lists of entries: offsets into one column of elements.
final class ListColumn extends Column {

    private final Offsets offsets = new Offsets();
    private final Column elements;

    ListColumn(Type type, Column elements) {
        super(type);
        this.elements = elements;
    }

    @Override
    public void appendNull() {
        offsets.end(size(), offsets.start(size()));
        appendedNull();
    }

    @Override
    public void appendParts() {
        offsets.end(size(), elements.size());
        appended();
    }

    @Override
    public List<Column> children() {
        return List.of(elements);
    }

    @Override
    Object value(int row) {
        if (type() instanceof Type.Mapping) {
            return entries(row);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = offsets.start(row); i < offsets.start(row + 1); i++) {
            list.add(elements.get(i));
        }
        return list;
    }

    private Map<Object, @Nullable Object> entries(int row) {
        Column keys = elements.children().get(0);
        Column values = elements.children().get(1);
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = offsets.start(row); i < offsets.start(row + 1); i++) {
            map.put(keys.value(i), values.get(i));
        }
        return map;
    }

    @Override
    public long bytes() {
        return (size() + 1L) * Integer.BYTES + elements.bytes();
    }

    @Override
    public List<MemorySegment> buffers() {
        return List.of(validity(), offsets.segment());
    }

    @Override
    void copyValues(int size, List<MemorySegment> source) {
        offsets.copy(size, source.get(1));
    }

    @Override
    void clear() {
        super.clear();
        elements.clear();
    }

    @Override
    void free() {
        super.free();
        offsets.free();
        elements.free();
    }

    @Override
    void truncate(int rows) {
        truncated(rows);
        elements.truncate(offsets.start(rows));
    }
}
