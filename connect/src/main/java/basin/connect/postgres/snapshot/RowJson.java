package basin.connect.postgres.snapshot;

import basin.connect.RejectedRow.Fault;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row, or its key, as JSON: for people to find it by, and to know it again.
public final class RowJson {

    /// Long values are cut off: the quarantine is no second copy of the table.
    private static final int SHOWN_CHARACTERS = 10_000;

    private final StringBuilder json = new StringBuilder();

    private RowJson() {}

    /// The row with this number, which need not have been ended.
    ///
    /// @param first the first column that is shown
    /// @param unfitting values as text, by column, that their columns do not hold
    public static String of(Batch batch, int row, int first, Map<String, String> unfitting) {
        RowJson writer = new RowJson();
        writer.json.append('{');
        for (int i = first; i < batch.columns().size(); i++) {
            writer.json.append(i == first ? "" : ",");
            String name = batch.schema().fields().get(i).name();
            writer.text(name);
            writer.json.append(':');
            String text = unfitting.get(name);
            writer.value(text == null ? batch.column(i).get(row) : text);
        }
        return writer.json.append('}').toString();
    }

    /// The values of a key; of one that does not fit what is known of it. Null for no key.
    public static @Nullable String key(Batch batch, int row, List<String> key, List<Fault> faults) {
        if (key.isEmpty()) {
            return null;
        }
        Map<String, String> unfit = new HashMap<>();
        faults.forEach(fault -> unfit.put(fault.column(), fault.value()));
        List<@Nullable Object> values = new ArrayList<>();
        for (String name : key) {
            int column =
                    batch.schema().fields().stream().map(Field::name).toList().indexOf(name);
            values.add(
                    unfit.containsKey(name)
                            ? unfit.get(name)
                            : batch.column(column).get(row));
        }
        RowJson writer = new RowJson();
        writer.list(values);
        return writer.json.toString();
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
