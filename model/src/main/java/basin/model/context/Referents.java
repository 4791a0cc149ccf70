package basin.model.context;

import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import java.util.Collection;

/// What the names in `ref()` and `source()` lead to.
///
/// Called from several threads at once. A name that leads nowhere, or to more than one thing, is a
/// [basin.core.problem.ProblemException] with the place of the call.
public interface Referents {
    /// The node that a call means, with the relation in which it is to be read.
    ///
    /// @param packageName where the call stands
    Node ref(String packageName, RefCall call);

    /// The table that a call means.
    ///
    /// @param packageName where the call stands
    Source source(String packageName, SourceCall call);

    /// All resources of the project and its packages that are enabled: what `graph` shows.
    Collection<? extends Resource> resources();
}
