package basin.core.yaml;

import basin.core.problem.Place;
import java.util.List;

/// A sequence.
///
/// @param items in the order in which they were written; unmodifiable
public record YamlList(Place.InFile place, List<YamlNode> items) implements YamlNode {
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return "a list";
    }
}
