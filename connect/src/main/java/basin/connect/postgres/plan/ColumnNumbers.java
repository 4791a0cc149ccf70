package basin.connect.postgres.plan;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The columns that a followed table was read with, so that later it can be told which have got other
/// names: a column keeps its number.
///
/// @param byName their numbers
public record ColumnNumbers(Map<String, Integer> byName) {

    public ColumnNumbers {
        byName = Map.copyOf(byName);
    }

    /// Those of a stream, as the catalog has them.
    public static ColumnNumbers of(PlannedStream stream) {
        Map<String, Integer> byName = new HashMap<>();
        stream.columns()
                .forEach(column ->
                        byName.put(column.attribute().name(), column.attribute().number()));
        return new ColumnNumbers(byName);
    }

    /// Reads what [#toString()] wrote.
    ///
    /// @throws IllegalArgumentException for anything else
    public static ColumnNumbers parse(String text) {
        Map<String, Integer> byName = new HashMap<>();
        for (String column : text.split(",")) {
            int colon = column.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no column: " + column);
            }
            byName.put(
                    URLDecoder.decode(column.substring(colon + 1), StandardCharsets.UTF_8),
                    Integer.parseInt(column.substring(0, colon)));
        }
        return new ColumnNumbers(byName);
    }

    /// The greatest of them; 0 if there are none.
    public int last() {
        return byName.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// `1:id,3:name`
    @Override
    public String toString() {
        Map<Integer, String> inOrder = new TreeMap<>();
        byName.forEach((name, number) -> inOrder.put(number, name));
        return inOrder.entrySet().stream()
                .map(column -> column.getKey() + ":" + URLEncoder.encode(column.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }
}
