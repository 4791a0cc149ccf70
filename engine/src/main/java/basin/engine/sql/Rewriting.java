package basin.engine.sql;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Puts other names for tables into a query, where the tables it means are not to be found under the names
/// it uses.
///
/// A line of the statement keeps its number, and almost always every word behind a new name its column, so
/// that the engine's remarks still point to where people typed it.
public final class Rewriting {

    private final Consumer<SqlText> check;

    public Rewriting(QueryReader reader) {
        this(reader::check);
    }

    /// @param check makes sure that what comes out is still a query
    public Rewriting(Consumer<SqlText> check) {
        this.check = check;
    }

    /// The statement in which tables have other names, without their AT clauses.
    ///
    /// @param names for each table to be renamed the SQL of its new name
    public String apply(Query query, Map<TableReference, String> names) {
        if (names.isEmpty()) {
            return query.text().toString();
        }
        List<TableReference> lastFirst = names.keySet().stream()
                .sorted(Comparator.comparingInt(
                                (TableReference table) -> table.extent().start())
                        .reversed())
                .toList();
        SqlText text = query.text();
        for (TableReference table : lastFirst) {
            text = rename(text, table.extent(), names.getOrDefault(table, table.typed()));
        }
        check.accept(text);
        return text.toString();
    }

    private static SqlText rename(SqlText text, TableReference.Extent extent, String name) {
        String words = name + text.slice(extent.nameEnd(), extent.asOfStart());
        long lines = text.slice(extent.asOfStart(), extent.asOfEnd())
                .chars()
                .filter(c -> c == '\n')
                .count();
        int spare = extent.asOfEnd() - extent.start() - words.getBytes(StandardCharsets.UTF_8).length - (int) lines;
        String padding = " ".repeat(Math.max(0, spare)) + "\n".repeat((int) lines);
        return text.replace(extent.start(), extent.asOfEnd(), words + padding);
    }
}
