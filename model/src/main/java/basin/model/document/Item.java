package basin.model.document;

import basin.core.problem.Place;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/// An item of a list in a YAML document.
public final class Item {
    private final YamlNode node;
    private final Reading reading;

    Item(YamlNode node, Reading reading) {
        this.node = node;
        this.reading = reading;
    }

    /// Where it begins.
    public Place.InFile place() {
        return node.place();
    }

    /// The item as a mapping; null if it is something else.
    public @Nullable Mapping mapping() {
        return node instanceof YamlMap map ? new Mapping(map, reading) : null;
    }

    /// The item as the text that is written; null if it is a list, a mapping or nothing.
    public @Nullable String text() {
        return node instanceof YamlScalar scalar && !scalar.isNothing() ? scalar.text() : null;
    }

    /// The item as it is written.
    public @Nullable Object raw() {
        return PlainValues.of(node);
    }

    /// What it is, in words: `a list`.
    public String describe() {
        return node.describe();
    }
}
