package basin.engine.workspace.duck;

import basin.core.stream.TableName;
import basin.lake.scan.TableScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The views that a [Mirror] has made, found by name, or by any word that is the name of one, whatever
/// its case.
///
/// For one thread at a time.
final class MadeViews {

    private final Map<String, Map<TableName, Made>> byWord = new HashMap<>();

    /// A view that was made.
    ///
    /// @param version of the relation it shows
    /// @param reads   the words in the query of a view; empty for a table
    /// @param scan    the files of a table; null for a view
    record Made(String version, Set<String> reads, @Nullable TableScan scan) implements AutoCloseable {
        @Override
        public void close() {
            if (scan != null) {
                scan.close();
            }
        }
    }

    @Nullable
    Made get(TableName name) {
        return named(Relations.key(name.name())).get(name);
    }

    /// Takes note of a view.
    ///
    /// @return the one that it takes the place of; null where there was none
    @Nullable
    Made put(TableName name, Made view) {
        return byWord.computeIfAbsent(Relations.key(name.name()), _ -> new HashMap<>())
                .put(name, view);
    }

    /// Forgets a view.
    ///
    /// @return null where it was not there
    @Nullable
    Made remove(TableName name) {
        Map<TableName, Made> same = byWord.get(Relations.key(name.name()));
        return same == null ? null : same.remove(name);
    }

    /// Those that a word names, in any schema.
    ///
    /// @param word in lower case
    Map<TableName, Made> named(String word) {
        return byWord.getOrDefault(word, Map.of());
    }

    /// The names of all that there are.
    List<TableName> names() {
        return byWord.values().stream().flatMap(same -> same.keySet().stream()).toList();
    }

    Stream<Made> all() {
        return byWord.values().stream().flatMap(same -> same.values().stream());
    }
}
