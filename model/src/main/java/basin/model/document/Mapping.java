package basin.model.document;

import basin.core.problem.Place;
import basin.core.problem.Suggestion;
import basin.core.yaml.YamlList;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mapping of a YAML document. Values are rendered when they are asked for; what is not what it must be is a mistake,
/// and counts as not there. A key whose value is nothing counts as not there too.
public final class Mapping {
    private final YamlMap map;
    private final Reading reading;

    Mapping(YamlMap map, Reading reading) {
        this.map = map;
        this.reading = reading;
    }

    /// Where it begins.
    public Place.InFile place() {
        return map.place();
    }

    /// Where a key stands; where the mapping begins if it is not there.
    public Place.InFile place(String key) {
        YamlMap.Entry entry = map.get(key);
        return entry == null ? map.place() : entry.place();
    }

    /// All keys, in the order written.
    public Set<String> keys() {
        return map.entries().keySet();
    }

    /// Whether the key is written, be it with nothing.
    public boolean has(String key) {
        return map.get(key) != null;
    }

    /// What takes mistakes.
    public Findings findings() {
        return reading.findings();
    }

    /// How it is read.
    public Reading reading() {
        return reading;
    }

    /// The same mapping, read by other rules.
    public Mapping with(Reading other) {
        return new Mapping(map, other);
    }

    /// This mapping with the keys of another laid over it.
    ///
    /// @param without keys of the other that are left out
    public Mapping overlaid(Mapping other, Set<String> without) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>(map.entries());
        other.map.entries().forEach((key, entry) -> {
            if (!without.contains(key)) {
                entries.put(key, entry);
            }
        });
        return new Mapping(new YamlMap(map.place(), entries), reading);
    }

    /// Whether the key is written, and nothing behind it.
    public boolean isNothing(String key) {
        return has(key) && node(key) == null;
    }

    /// A value with templates rendered; null if it is not there.
    public @Nullable Object value(String key) {
        YamlNode node = node(key);
        return node == null ? null : reading.rendered(node);
    }

    /// A value as written; null if it is not there.
    public @Nullable Object raw(String key) {
        YamlNode node = node(key);
        return node == null ? null : PlainValues.of(node);
    }

    /// A single value as the text that is written; null if it is not there.
    public @Nullable String rawText(String key) {
        return node(key) instanceof YamlScalar scalar ? scalar.text() : null;
    }

    /// A single value as text, rendered; null if it is not there.
    public @Nullable String text(String key) {
        return switch (node(key)) {
            case null -> null;
            case YamlScalar scalar -> {
                Object value = reading.rendered(scalar.text(), scalar.place());
                yield value == null ? null : value.toString();
            }
            case YamlNode other -> {
                refuse(key, "a text", other);
                yield null;
            }
        };
    }

    /// A single value as text, rendered, or `otherwise` if it is not there.
    public String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /// A text that must be there: null and a mistake if it is not.
    ///
    /// @param of what the mapping describes, in words: `a source`
    public @Nullable String required(String key, String of) {
        String text = text(key);
        if (text == null && node(key) == null) {
            findings().mistake("'%s' of %s is missing".formatted(key, of), map.place(), "add '" + key + ": ...'");
        }
        return text;
    }

    /// Texts: a list of them, or a single one; empty if they are not there.
    public List<String> texts(String key) {
        return switch (value(key)) {
            case null -> List.of();
            case Collection<?> many ->
                many.stream().filter(item -> item != null).map(Object::toString).toList();
            case Object single -> List.of(single.toString());
        };
    }

    /// A truth; null if it is not there.
    public @Nullable Boolean flag(String key) {
        return switch (value(key)) {
            case null -> null;
            case Boolean truth -> truth;
            case String text when text.equalsIgnoreCase("true") -> true;
            case String text when text.equalsIgnoreCase("false") -> false;
            case Object _ -> {
                findings().mistake("'" + key + "' must be true or false", place(key), null);
                yield null;
            }
        };
    }

    /// A mapping below; null if it is not there.
    public @Nullable Mapping mapping(String key) {
        return switch (node(key)) {
            case null -> null;
            case YamlMap below -> new Mapping(below, reading);
            case YamlNode other -> {
                refuse(key, "a mapping", other);
                yield null;
            }
        };
    }

    /// A mapping below as values, rendered; empty if it is not there.
    public Map<String, @Nullable Object> values(String key) {
        Mapping below = mapping(key);
        return below == null ? Map.of() : below.values();
    }

    /// All values, rendered.
    public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> values.put(key, reading.rendered(entry.value())));
        return values;
    }

    /// All values as they are written.
    public Map<String, @Nullable Object> rawValues() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> values.put(key, PlainValues.of(entry.value())));
        return values;
    }

    /// The mappings of a list below; empty if it is not there.
    public List<Mapping> mappings(String key) {
        List<Mapping> mappings = new ArrayList<>();
        for (Item item : items(key)) {
            Mapping mapping = item.mapping();
            if (mapping != null) {
                mappings.add(mapping);
            } else {
                findings()
                        .mistake(
                                "an item of '%s' must be a mapping, but is %s".formatted(key, item.describe()),
                                item.place(),
                                "write '- name: ...'");
            }
        }
        return mappings;
    }

    /// The items of a list below; empty if it is not there.
    public List<Item> items(String key) {
        return switch (node(key)) {
            case null -> List.of();
            case YamlList list ->
                list.items().stream().map(node -> new Item(node, reading)).toList();
            case YamlNode other -> {
                refuse(key, "a list", other);
                yield List.of();
            }
        };
    }

    /// Remarks on keys that look like misspelt ones. Others are kept quiet about: dbt ignores what it does not know.
    ///
    /// @param of what the mapping describes, in words: `a source`
    public void expect(Set<String> known, String of) {
        map.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                String nearest = Suggestion.nearest(key, known);
                if (nearest != null && !map.entries().containsKey(nearest)) {
                    findings()
                            .remark(
                                    "'%s' means nothing to %s".formatted(key, of),
                                    entry.place(),
                                    "did you mean '" + nearest + "'?");
                }
            }
        });
    }

    /// The node of a key that is not nothing.
    private @Nullable YamlNode node(String key) {
        YamlMap.Entry entry = map.get(key);
        return entry == null || (entry.value() instanceof YamlScalar scalar && scalar.isNothing())
                ? null
                : entry.value();
    }

    private void refuse(String key, String must, YamlNode node) {
        findings().mistake("'%s' must be %s, but is %s".formatted(key, must, node.describe()), node.place(), null);
    }
}
