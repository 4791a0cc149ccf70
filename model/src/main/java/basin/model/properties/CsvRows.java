package basin.model.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a small CSV text with a header (RFC 4180). An empty cell without quotes is null.
final class CsvRows {
    private final String text;
    private int at;

    private CsvRows(String text) {
        this.text = text;
    }

    /// Each row as column name to text. Cells beyond the header are left out, as are empty lines.
    static List<Map<String, @Nullable Object>> of(String text) {
        CsvRows reader = new CsvRows(text.strip());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<@Nullable String> header = reader.line();
        while (reader.at < reader.text.length()) {
            List<@Nullable String> cells = reader.line();
            if (cells.size() == 1 && cells.getFirst() == null && header.size() > 1) {
                continue;
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                row.put(String.valueOf(header.get(i)).strip(), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<@Nullable String> line() {
        List<@Nullable String> cells = new ArrayList<>();
        while (true) {
            cells.add(cell());
            if (at >= text.length()) {
                return cells;
            }
            char separator = text.charAt(at++);
            if (separator == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (separator != ',') {
                return cells;
            }
        }
    }

    private @Nullable String cell() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String cell = text.substring(start, at).strip();
        return cell.isEmpty() ? null : cell;
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                break;
            }
        }
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return cell.toString();
    }
}
