package basin.engine.workspace.duck;

import basin.core.stream.TableName;
import basin.lake.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The tables and views of the lake at one moment, found whatever the case of their names. Of several
/// whose names differ by case alone, the one that is spelt exactly so is found, or else the first.
final class Relations {

    private final List<Relation> all;
    private final Map<String, List<Relation>> byName = new HashMap<>();

    /// @param all does not change
    Relations(List<Relation> all) {
        this.all = all;
        all.forEach(relation -> byName.merge(
                key(relation.name().name()),
                List.of(relation),
                (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    }

    /// The very list that this was made of.
    List<Relation> all() {
        return all;
    }

    Optional<Relation> find(TableName name) {
        List<Relation> found = byName.getOrDefault(key(name.name()), List.of()).stream()
                .filter(relation -> relation.name().schema().equalsIgnoreCase(name.schema()))
                .toList();
        return found.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /// Whether one is spelt exactly so.
    boolean has(TableName name) {
        return find(name).filter(relation -> relation.name().equals(name)).isPresent();
    }

    /// Those whose names are among some words.
    ///
    /// @param words in lower case
    Stream<Relation> named(Set<String> words) {
        return words.stream().flatMap(word -> byName.getOrDefault(word, List.of()).stream());
    }

    /// How names are compared.
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
