package basin.app.command;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Screen;
import basin.app.terminal.Visible;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.lake.TableSnapshot;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The snapshots of a table, listed.
///
/// @param snapshots newest first
/// @param tags names, and the ids of the snapshots they name
record SnapshotList(TableName table, List<TableSnapshot> snapshots, Map<String, Long> tags) implements Answer {

    @Override
    public void show(Screen out) {
        Grid grid = new Grid(
                out,
                List.of(
                        Grid.Column.numbers("version"),
                        Grid.Column.words("since"),
                        Grid.Column.words("operation"),
                        Grid.Column.numbers("rows"),
                        Grid.Column.numbers("size"),
                        Grid.Column.words("tags")));
        snapshots.forEach(snapshot -> grid.row(
                String.valueOf(snapshot.id()),
                since(snapshot).replace('T', ' '),
                snapshot.operation(),
                Figures.count(snapshot.rows()),
                Figures.bytes(snapshot.bytes()),
                Visible.text(String.join(", ", tags(snapshot)))));
        grid.end();
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.toString());
        json.writeArrayFieldStart("snapshots");
        for (TableSnapshot snapshot : snapshots) {
            json.writeStartObject();
            json.writeNumberField("version", snapshot.id());
            json.writeStringField("since", since(snapshot));
            json.writeStringField("operation", snapshot.operation());
            json.writeNumberField("rows", snapshot.rows());
            json.writeNumberField("bytes", snapshot.bytes());
            json.writeStringField(
                    "position", snapshot.position().map(Position::text).orElse(null));
            json.writeArrayFieldStart("tags");
            for (String tag : tags(snapshot)) {
                json.writeString(tag);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private List<String> tags(TableSnapshot snapshot) {
        return tags.entrySet().stream()
                .filter(tag -> tag.getValue() == snapshot.id())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// ISO 8601, in milliseconds: several may be made in a second.
    private static String since(TableSnapshot snapshot) {
        return snapshot.since().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
