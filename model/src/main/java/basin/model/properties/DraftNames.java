package basin.model.properties;

import basin.model.resource.Draft;
import basin.model.resource.Model;
import basin.model.resource.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drafts found by what they are called.
final class DraftNames {
    private record Key(
            ResourceType type,
            @Nullable String packageName,
            String name,
            @Nullable String version) {}

    private final Map<Key, Draft> drafts = new HashMap<>();

    DraftNames(List<Draft> drafts) {
        for (Draft draft : drafts) {
            String version = draft.kind() instanceof Model model ? model.version() : null;
            this.drafts.putIfAbsent(new Key(draft.type(), draft.packageName(), draft.name(), version), draft);
            this.drafts.putIfAbsent(new Key(draft.type(), null, draft.name(), version), draft);
        }
    }

    /// The draft of that name in a package, or else in any; null if there is none.
    @Nullable
    Draft find(ResourceType type, String packageName, String name, @Nullable String version) {
        Draft own = drafts.get(new Key(type, packageName, name, version));
        return own != null ? own : drafts.get(new Key(type, null, name, version));
    }
}
