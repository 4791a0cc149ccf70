package basin.lake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;

/// The states of a table that can no longer be asked for, and still have their files for those who already
/// read them. Upkeep notes them with the table.
///
/// @param since by snapshot id, when upkeep came by
record Expired(Map<Long, Instant> since) {

    static Expired of(Table table) {
        Map<Long, Instant> since = new LinkedHashMap<>();
        String noted = table.properties().getOrDefault(Keys.EXPIRED, "");
        for (String entry : noted.isEmpty() ? new String[0] : noted.split(" ")) {
            int at = entry.indexOf('@');
            since.put(
                    Long.valueOf(entry.substring(0, at)),
                    Instant.ofEpochMilli(Long.parseLong(entry.substring(at + 1))));
        }
        return new Expired(since);
    }

    boolean has(long snapshot) {
        return since.containsKey(snapshot);
    }

    /// As it is noted: `4711@1767225600000 4712@1767225600000`.
    String text() {
        return since.entrySet().stream()
                .map(entry -> entry.getKey() + "@" + entry.getValue().toEpochMilli())
                .collect(Collectors.joining(" "));
    }
}
