package basin.run.build;

import basin.model.resource.Resource;
import java.util.Set;

/// One node's turn in a build.
///
/// @param resource a node, or a unit test
/// @param after unique ids of the steps that must have gone well before
public record Step(Resource resource, Set<String> after) {
    public Step {
        after = Set.copyOf(after);
    }

    /// Which step it is.
    public String uniqueId() {
        return resource.uniqueId();
    }
}
