package basin.core.rows;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Structs: one column per field, all of the same length.
final class StructColumn extends Column {

    private final List<Field> fields;
    private final List<Column> children;

    StructColumn(Type type, List<Field> fields) {
        super(type);
        this.fields = fields;
        this.children = fields.stream().map(field -> Column.of(field.type())).toList();
    }

    @Override
    public void appendNull() {
        for (Column child : children) {
            child.appendNull();
        }
        appendedNull();
    }

    @Override
    public void appendParts() {
        appended();
        for (Column child : children) {
            if (child.size() != size()) {
                throw new IllegalStateException("a struct is ended with a field left out or given twice");
            }
        }
    }

    @Override
    public List<Column> children() {
        return children;
    }

    @Override
    Object value(int row) {
        Map<String, @Nullable Object> struct = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            struct.put(fields.get(i).name(), children.get(i).get(row));
        }
        return struct;
    }

    @Override
    public long bytes() {
        long sum = 0;
        for (Column child : children) {
            sum += child.bytes();
        }
        return sum;
    }

    @Override
    public List<MemorySegment> buffers() {
        return List.of(validity());
    }

    @Override
    void copyValues(int size, List<MemorySegment> source) {}

    @Override
    void clear() {
        super.clear();
        children.forEach(Column::clear);
    }

    @Override
    void free() {
        super.free();
        children.forEach(Column::free);
    }

    @Override
    void truncate(int rows) {
        truncated(Math.min(rows, size()));
        children.forEach(child -> child.truncate(rows));
    }
}
