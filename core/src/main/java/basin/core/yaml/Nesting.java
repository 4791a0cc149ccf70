package basin.core.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// How deep lists and mappings lie in each other. Whoever makes a tree of them calls itself for each level,
/// so the depth has to be known before.
final class Nesting {

    /// Far more than people write.
    static final int DEEPEST = 100;

    private Nesting() {}

    /// Where a text goes deeper than that; empty if it does not.
    ///
    /// @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is not YAML
    static Optional<Mark> tooDeep(String text, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                return event.getStartMark();
            }
        }
        return Optional.empty();
    }
}
