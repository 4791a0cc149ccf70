package basin.core.project;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.settings.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small table that people keep in a CSV file: RFC 4180, with a header line, commas, and double quotes around
/// what holds commas, quotes or line breaks. Empty lines are skipped; spaces around unquoted values do not count.
final class Csv {
    /// A row as it was found.
    ///
    /// @param line the line it begins in, counted from 1
    private record Fields(int line, List<String> values) {}

    private final String text;
    private final Path file;
    private final Problems problems;
    private int at;
    private int line = 1;

    private Csv(String text, Path file, Problems problems) {
        this.text = text;
        this.file = file;
        this.problems = problems;
    }

    /// Reads a table. A row that does not fit the header is reported and left out.
    ///
    /// @param file the path that rows and problems name
    static List<Row> rows(String text, Path file, Problems problems) {
        String withoutByteOrderMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Csv(withoutByteOrderMark, file, problems).rows();
    }

    private List<Row> rows() {
        List<Fields> lines = lines();
        if (lines.isEmpty()) {
            problems.add(Problem.wrong("the table is empty", new Place.InFile(file))
                    .advise("begin it with a line of column names"));
            return List.of();
        }
        Fields header = lines.getFirst();
        if (!isHeader(header)) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Fields fields : lines.subList(1, lines.size())) {
            if (fields.values().size() == header.values().size()) {
                rows.add(row(header, fields));
            } else {
                problems.add(Problem.wrong(
                        "there are %d columns, but %d values in this row"
                                .formatted(
                                        header.values().size(), fields.values().size()),
                        place(fields.line())));
            }
        }
        return rows;
    }

    private boolean isHeader(Fields header) {
        List<String> seen = new ArrayList<>();
        boolean right = true;
        for (String column : header.values()) {
            if (column.isEmpty()) {
                problems.add(Problem.wrong("a column has no name", place(header.line())));
                right = false;
            } else if (seen.contains(column)) {
                problems.add(Problem.wrong("there are two columns '" + column + "'", place(header.line())));
                right = false;
            }
            seen.add(column);
        }
        return right;
    }

    private Row row(Fields header, Fields fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.values().size(); i++) {
            values.put(header.values().get(i), fields.values().get(i));
        }
        return new Row(place(fields.line()), Collections.unmodifiableMap(values));
    }

    private List<Fields> lines() {
        List<Fields> lines = new ArrayList<>();
        while (at < text.length()) {
            Fields fields = line();
            boolean empty =
                    fields.values().size() == 1 && fields.values().getFirst().isEmpty();
            if (!empty) {
                lines.add(fields);
            }
        }
        return lines;
    }

    private Fields line() {
        int start = line;
        List<String> values = new ArrayList<>();
        while (true) {
            values.add(value());
            boolean more = at < text.length() && text.charAt(at) == ',';
            if (more) {
                at++;
                continue;
            }
            if (at < text.length()) {
                at += text.startsWith("\r\n", at) ? 2 : 1;
                line++;
            }
            return new Fields(start, values);
        }
    }

    private String value() {
        int start = at;
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '"') {
            String quoted = quoted();
            skipSpaces();
            if (atEndOfValue()) {
                return quoted;
            }
            problems.add(Problem.wrong("there is text behind a closing quote", place(line))
                    .advise("double the quotes inside of a quoted value"));
        }
        while (!atEndOfValue()) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    /// Reads on behind the opening quote, up to the closing one and past it.
    private String quoted() {
        int start = line;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                return value.toString();
            }
        }
        problems.add(Problem.wrong("a quote is never closed", place(start)));
        return value.toString();
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean atEndOfValue() {
        return at >= text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0;
    }

    private Place.InFile place(int inLine) {
        return new Place.InFile(file, inLine, 0);
    }
}
