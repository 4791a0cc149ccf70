package basin.app.result;

import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.Visible;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An aligned table for people: numbers at the right, null told from the text 'NULL', a blank between date and
/// time, every row on one line.
public final class TableResult implements ResultWriter {

    private static final Grid.Cell NULL = new Grid.Cell("<null>", Ink.DIM);

    private final Screen screen;
    private Grid grid;

    public TableResult(Screen screen) {
        this.screen = screen;
        this.grid = new Grid(screen, List.of());
    }

    @Override
    public void begin(Schema schema) {
        grid = new Grid(
                screen, schema.fields().stream().map(TableResult::column).toList());
    }

    @Override
    public void row(Batch batch, int row) {
        grid.row(batch.columns().stream().map(column -> cell(column.get(row))).toList());
    }

    @Override
    public void flush() {
        screen.flush();
    }

    @Override
    public void end() {
        grid.end();
        screen.flush();
    }

    private static Grid.Column column(Field field) {
        return new Grid.Column(field.name(), isNumber(field.type()));
    }

    private static Grid.Cell cell(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case LocalDateTime at -> Grid.Cell.of(ValueText.of(at).replace('T', ' '));
            case Instant at -> Grid.Cell.of(ValueText.of(at).replace('T', ' '));
            default -> Grid.Cell.of(Visible.text(ValueText.of(value)));
        };
    }

    private static boolean isNumber(Type type) {
        return switch (type) {
            case Type.Decimal _ -> true;
            case Type.Primitive primitive ->
                switch (primitive) {
                    case INT, LONG, FLOAT, DOUBLE -> true;
                    case BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, STRING, UUID, BINARY -> false;
                };
            case Type.Listing _, Type.Struct _, Type.Mapping _ -> false;
        };
    }
}
