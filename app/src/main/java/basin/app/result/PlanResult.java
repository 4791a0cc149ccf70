package basin.app.result;

import basin.app.terminal.Screen;
import basin.app.terminal.Visible;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import java.util.List;

/// What EXPLAIN answers, for people: plans as they were drawn, in many lines, instead of a table with a
/// text in it.
final class PlanResult implements ResultWriter {

    private final Screen screen;

    PlanResult(Screen screen) {
        this.screen = screen;
    }

    /// Whether rows with these columns are plans.
    static boolean isPlan(Schema schema) {
        return schema.fields().stream().map(Field::name).toList().equals(List.of("explain_key", "explain_value"));
    }

    @Override
    public void begin(Schema schema) {}

    @Override
    public void row(Batch batch, int row) {
        String plan = String.valueOf(batch.columns().getLast().get(row));
        plan.lines().map(Visible::text).forEach(screen::line);
    }

    @Override
    public void flush() {
        screen.flush();
    }

    @Override
    public void end() {
        screen.flush();
    }
}
