package basin.model.context;

import java.util.Collection;
import java.util.List;

/// What a command was asked for: `selected_resources` in templates. Nothing is, until the project has been read and its
/// owner has chosen from it.
///
/// For any thread.
public final class SelectedResources {
    private volatile List<String> uniqueIds = List.of();

    /// Chooses; to be called before anything is run.
    public void choose(Collection<String> chosen) {
        uniqueIds = List.copyOf(chosen);
    }

    List<String> uniqueIds() {
        return uniqueIds;
    }
}
