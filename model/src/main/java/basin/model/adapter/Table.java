package basin.model.adapter;

import basin.jinja.value.HasAttributes;
import basin.jinja.value.HasLength;
import basin.jinja.value.HasTruth;
import basin.jinja.value.Tuple;
import basin.model.host.Given;
import basin.model.host.Members;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a result, held in memory, with the members that macros know from agate's tables.
///
/// Values are plain Java: null, Boolean, Long, BigInteger, BigDecimal, Double, String, LocalDate, LocalTime,
/// LocalDateTime, OffsetDateTime, and lists and maps of them. Rows all have a value for each column.
public final class Table implements HasAttributes, HasLength, HasTruth, Iterable<@Nullable Object> {
    /// No rows of no columns.
    public static final Table EMPTY = new Table(List.of(), List.of());

    private static final Members<Table> MEMBERS = new Members<Table>()
            .property("columns", Table::columnSequence)
            .property("rows", Table::rowSequence)
            .property("column_names", table -> Tuple.copyOf(table.names))
            .property("column_types", table -> Tuple.copyOf(table.types()))
            .property("row_names", _ -> null)
            .method("select(key)", (table, given) -> table.select(texts(given.get("key")), true))
            .method("exclude(key)", (table, given) -> table.select(texts(given.get("key")), false))
            .method("limit(start_or_stop=..., stop=..., step=...)", Table::limit)
            .method("distinct(key=...)", (table, given) -> table.distinct(given.text("key")))
            .method(
                    "order_by(key, reverse=...)",
                    (table, given) -> table.orderedBy(given.required("key"), given.flag("reverse", false)))
            .method("rename(column_names=..., **)", Table::rename)
            .method("print_table(**)", (table, _) -> table.printed())
            .method("print_csv(**)", (table, _) -> table.printed())
            .method("print_json(**)", (table, _) -> table.printed());

    private final List<String> names;
    private final List<ColumnType> types;
    private final List<List<@Nullable Object>> rows;

    /// @param names of the columns
    /// @param rows each with a value for each column
    public Table(List<String> names, List<? extends List<? extends @Nullable Object>> rows) {
        this.names = List.copyOf(names);
        this.rows = new ArrayList<>();
        rows.forEach(row -> this.rows.add(new ArrayList<>(row)));
        this.types = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            types.add(ColumnType.of(column(i)));
        }
    }

    /// The names of the columns.
    public List<String> names() {
        return names;
    }

    /// What agate calls the types of the columns: `Text`, `Integer`, `Number`, `Boolean`, `Date`, `DateTime`.
    public List<String> types() {
        return types.stream().map(ColumnType::word).toList();
    }

    /// The rows, each with a value for each column.
    public List<List<@Nullable Object>> rows() {
        return rows;
    }

    @Override
    public int length() {
        return rows.size();
    }

    /// A table is true, also one without rows.
    @Override
    public boolean isTrue() {
        return true;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return rowSequence().iterator();
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    @Override
    public String toString() {
        return "<agate.Table: " + rows.size() + " rows of " + String.join(", ", names) + ">";
    }

    /// The table as text for a terminal: a header, a line, and one line per row.
    public String printed() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(names);
        rows.forEach(row -> lines.add(
                row.stream().map(value -> value == null ? "" : value.toString()).toList()));
        int[] widths = new int[names.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), widths, text);
            if (i == 0) {
                line(names.stream().map(_ -> "").toList(), widths, text);
                int end = text.length();
                int start = text.lastIndexOf("\n", end - 2) + 1;
                text.replace(start, end, text.substring(start, end).replace(' ', '-'));
            }
        }
        return text.toString();
    }

    private static void line(List<String> cells, int[] widths, StringBuilder text) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            text.append(' ')
                    .append(cells.get(i))
                    .repeat(' ', widths[i] - cells.get(i).length() + 1)
                    .append('|');
        }
        text.append('\n');
    }

    private List<@Nullable Object> column(int index) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.get(index)));
        return values;
    }

    private MappedSequence columnSequence() {
        List<MappedSequence> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(MappedSequence.ofColumn(names.get(i), types.get(i), column(i)));
        }
        return MappedSequence.of(names, columns);
    }

    private MappedSequence rowSequence() {
        List<MappedSequence> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(MappedSequence.of(names, row)));
        return MappedSequence.of(List.of(), all);
    }

    private Table select(Collection<String> chosen, boolean keep) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (chosen.contains(names.get(i)) == keep) {
                kept.add(i);
            }
        }
        return new Table(
                kept.stream().map(names::get).toList(),
                rows.stream()
                        .map(row -> {
                            List<@Nullable Object> cells = new ArrayList<>();
                            kept.forEach(index -> cells.add(row.get(index)));
                            return cells;
                        })
                        .toList());
    }

    private Table limit(Given given) {
        int first = given.get("start_or_stop") instanceof Number number ? number.intValue() : rows.size();
        boolean both = given.get("stop") instanceof Number;
        int from = both ? first : 0;
        int to = Math.min(rows.size(), given.get("stop") instanceof Number stop ? stop.intValue() : first);
        return new Table(names, rows.subList(Math.min(from, to), to));
    }

    private Table distinct(@Nullable String key) {
        if (key == null) {
            return new Table(names, List.copyOf(new LinkedHashSet<>(rows)));
        }
        Map<@Nullable Object, List<@Nullable Object>> first = new LinkedHashMap<>();
        int index = names.indexOf(key);
        rows.forEach(row -> first.putIfAbsent(row.get(index), row));
        return new Table(names, List.copyOf(first.values()));
    }

    @SuppressWarnings("unchecked") // the values of one column compare with each other
    private Table orderedBy(String key, boolean reverse) {
        int index = names.indexOf(key);
        Comparator<List<@Nullable Object>> order = Comparator.comparing(
                row -> (Comparable<Object>) row.get(index), Comparator.nullsLast(Comparator.naturalOrder()));
        List<List<@Nullable Object>> sorted = new ArrayList<>(rows);
        sorted.sort(reverse ? order.reversed() : order);
        return new Table(names, sorted);
    }

    private Table rename(Given given) {
        List<String> renamed = switch (given.get("column_names")) {
            case Map<?, ?> map ->
                names.stream()
                        .map(name -> map.containsKey(name) ? String.valueOf(map.get(name)) : name)
                        .toList();
            case Collection<?> all -> List.copyOf(texts(all));
            case null, default -> names;
        };
        return new Table(renamed, rows);
    }

    private static Collection<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
