package basin.connect.postgres.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns that a table has in the catalog, and those it had: each keeps its number when it is
/// renamed or dropped.
///
/// @param columns in the order of their numbers
record Layout(List<Numbered> columns) {

    private static final String QUERY = """
            select a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attisdropped
            from pg_attribute a
            where a.attrelid = any (?::oid[]) and a.attnum > 0
            order by a.attrelid, a.attnum
            """;

    Layout {
        columns = List.copyOf(columns);
    }

    /// A column with its number.
    ///
    /// @param dropped whether it is there no more; of its name and type nothing is known then
    record Numbered(int number, LoggedColumn column, boolean dropped) {}

    /// Those of some tables, by their identities.
    static Map<Long, Layout> read(Connection connection, Collection<Long> tables) throws SQLException {
        Map<Long, List<Numbered>> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setArray(1, connection.createArrayOf("int8", tables.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.computeIfAbsent(result.getLong("attrelid"), _ -> new ArrayList<>())
                            .add(new Numbered(
                                    result.getInt("attnum"),
                                    new LoggedColumn(
                                            result.getString("attname"),
                                            result.getLong("atttypid"),
                                            result.getInt("atttypmod")),
                                    result.getBoolean("attisdropped")));
                }
            }
        }
        Map<Long, Layout> layouts = new HashMap<>();
        columns.forEach((table, numbered) -> layouts.put(table, new Layout(numbered)));
        return layouts;
    }

    /// The columns that are there, by name.
    Map<String, Numbered> byName() {
        Map<String, Numbered> byName = new HashMap<>();
        for (Numbered numbered : columns) {
            if (!numbered.dropped()) {
                byName.put(numbered.column().name(), numbered);
            }
        }
        return byName;
    }

    /// The numbers of columns that the log tells of, by name; as far as they are known, since the log
    /// may be behind the catalog. Names tell most of them. A column that has got another name since, or
    /// was dropped, has a number between those of its neighbours: where there are as many such numbers
    /// as columns, that is theirs.
    Map<String, Integer> numbers(List<LoggedColumn> logged) {
        Map<String, Numbered> byName = byName();
        Map<String, Integer> numbers = new HashMap<>();
        for (LoggedColumn column : logged) {
            Numbered same = byName.get(column.name());
            if (same != null) {
                numbers.put(column.name(), same.number());
            }
        }
        Set<Integer> taken = new HashSet<>(numbers.values());
        List<LoggedColumn> unknown = new ArrayList<>();
        int before = 0;
        for (int i = 0; i <= logged.size(); i++) {
            Integer number = i == logged.size()
                    ? Integer.valueOf(Integer.MAX_VALUE)
                    : numbers.get(logged.get(i).name());
            if (number == null) {
                unknown.add(logged.get(i));
                continue;
            }
            assign(unknown, before, number, taken, numbers);
            unknown.clear();
            before = number;
        }
        return numbers;
    }

    private void assign(
            List<LoggedColumn> unknown, int after, int before, Set<Integer> taken, Map<String, Integer> numbers) {
        List<Numbered> free = columns.stream()
                .filter(column -> column.number() > after && column.number() < before)
                .filter(column -> !taken.contains(column.number()))
                .toList();
        if (free.size() != unknown.size()) {
            return;
        }
        for (int i = 0; i < free.size(); i++) {
            numbers.put(unknown.get(i).name(), free.get(i).number());
        }
    }
}
