package basin.connect.postgres.snapshot;

import basin.core.rows.Batch;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row as JSON, for people to find it by.
final class RowJson {

    /// Long values are cut off: the quarantine is no second copy of the table.
    private static final int SHOWN_CHARACTERS = 10_000;

    private final StringBuilder json = new StringBuilder();

    private RowJson() {}

    /// The row with this number, which need not have been ended.
    static String of(Batch batch, int row) {
        RowJson writer = new RowJson();
        writer.json.append('{');
        for (int i = 0; i < batch.columns().size(); i++) {
            writer.json.append(i == 0 ? "" : ",");
            writer.text(batch.schema().fields().get(i).name());
            writer.json.append(':');
            writer.value(batch.column(i).get(row));
        }
        return writer.json.append('}').toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case Boolean bool -> json.append(bool);
            case Integer number -> json.append(number);
            case Long number -> json.append(number);
            case byte[] bytes ->
                text("\\x" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN_CHARACTERS / 2)));
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> text(value.toString());
        }
    }

    private void list(List<?> list) {
        json.append('[');
        Iterator<?> values = list.iterator();
        while (values.hasNext()) {
            value(values.next());
            json.append(values.hasNext() ? "," : "");
        }
        json.append(']');
    }

    private void map(Map<?, ?> map) {
        json.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(separator);
            text(String.valueOf(entry.getKey()));
            json.append(':');
            value(entry.getValue());
            separator = ",";
        }
        json.append('}');
    }

    private void text(String text) {
        json.append('"');
        int shown = Math.min(text.length(), SHOWN_CHARACTERS);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        json.append(shown < text.length() ? "...\"" : "\"");
    }
}
