package basin.core.rows;

import java.util.List;

/// Some thousands of rows in columns, outside the Java heap.
///
/// Filled row by row: a value appended to every column, then [#endRow()]. Used by one thread at a time. Closing it
/// gives its memory back, to the [BatchPool] it came from or to the system; after that it must not be touched.
public final class Batch implements AutoCloseable {

    /// A batch is full with so many rows...
    public static final int FULL_ROWS = 16_384;

    /// ...or with about so many bytes, whichever comes first: rows of any width stay bounded.
    public static final long FULL_BYTES = 8L << 20;

    private final Schema schema;
    private final BatchPool pool;
    private final List<Column> columns;
    private final List<Column> variableColumns;
    private final int fullRows;
    private int size;
    private boolean closed;

    Batch(Schema schema, BatchPool pool) {
        this.schema = schema;
        this.pool = pool;
        this.columns =
                schema.fields().stream().map(field -> Column.of(field.type())).toList();
        this.variableColumns = columns.stream()
                .filter(column -> !(column instanceof FixedColumn || column instanceof BitColumn))
                .toList();
        this.fullRows = fullRows(columns);
    }

    /// As many rows as fill a batch by their values of fixed width alone.
    private static int fullRows(List<Column> columns) {
        long rowBytes = columns.stream()
                .mapToLong(column -> column instanceof FixedColumn fixed ? fixed.width() : 0)
                .sum();
        return Math.clamp(FULL_BYTES / Math.max(1, rowBytes), 1, FULL_ROWS);
    }

    public Schema schema() {
        return schema;
    }

    /// How many rows have been ended.
    public int size() {
        return size;
    }

    /// One column per field of the schema, in its order.
    public List<Column> columns() {
        return columns;
    }

    public Column column(int index) {
        return columns.get(index);
    }

    /// Completes a row; each column must have got exactly one more value.
    public void endRow() {
        size++;
        assert columns.stream().allMatch(column -> column.size() == size) : "a row is ended with values left out";
    }

    /// Completes so many rows at once, whose values were copied into the columns.
    public void endRows(int rows) {
        size += rows;
        assert columns.stream().allMatch(column -> column.size() == size) : "rows are ended with values left out";
    }

    /// Takes back what was appended since the last [#endRow()].
    public void undoRow() {
        for (Column column : columns) {
            column.truncate(Math.min(size, column.size()));
        }
    }

    /// Whether it is time to hand it on; more rows may still be added.
    public boolean isFull() {
        return size >= fullRows || bytes(variableColumns) >= FULL_BYTES;
    }

    /// Bytes its values take.
    public long bytes() {
        return bytes(columns);
    }

    private static long bytes(List<Column> columns) {
        long sum = 0;
        for (Column column : columns) {
            sum += column.bytes();
        }
        return sum;
    }

    /// Gives the memory back; further calls do nothing.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.giveBack(this);
        }
    }

    void open() {
        closed = false;
        size = 0;
        columns.forEach(Column::clear);
    }

    void free() {
        columns.forEach(Column::free);
    }
}
