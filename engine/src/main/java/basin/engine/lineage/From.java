package basin.engine.lineage;

import java.util.ArrayList;
import java.util.List;

/// What a FROM clause brings together.
///
/// @param inputs  what has a name
/// @param visible the columns that `*` means, in their order
/// @param rows    what decides on which rows there are
/// @param open    why there may be other columns than these; empty if there are none
record From(List<Input> inputs, List<Visible> visible, Flow rows, String open) {
    From {
        inputs = List.copyOf(inputs);
        visible = List.copyOf(visible);
    }

    static final From NOTHING = new From(List.of(), List.of(), Flow.NONE, "");

    static From of(Input input) {
        List<Visible> visible = new ArrayList<>();
        for (ColumnLineage column : input.shape().columns()) {
            List<String> path = new ArrayList<>(input.names());
            path.add(column.name());
            visible.add(new Visible(column, path));
        }
        return new From(
                List.of(input), visible, input.shape().rows(), input.shape().open());
    }

    /// Both beside each other.
    From and(From right) {
        List<Input> inputs = new ArrayList<>(this.inputs);
        inputs.addAll(right.inputs);
        List<Visible> visible = new ArrayList<>(this.visible);
        visible.addAll(right.visible);
        return new From(inputs, visible, rows.and(right.rows), open.isEmpty() ? right.open : open);
    }

    From decidedBy(Flow more) {
        return new From(inputs, visible, rows.and(more), open);
    }

    /// Its columns, as those of one table.
    Shape shape() {
        return new Shape(visible.stream().map(Visible::column).toList(), rows, open);
    }
}
