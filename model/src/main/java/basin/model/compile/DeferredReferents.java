package basin.model.compile;

import basin.model.context.Referents;
import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.RelationName;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import java.util.Collection;
import java.util.Map;

/// What names lead to where some nodes are read from elsewhere than where they are built.
///
/// @param deferred the relations to read, by the node's unique id
public record DeferredReferents(Referents all, Map<String, RelationName> deferred) implements Referents {
    public DeferredReferents {
        deferred = Map.copyOf(deferred);
    }

    @Override
    public Node ref(String packageName, RefCall call) {
        Node node = all.ref(packageName, call);
        RelationName elsewhere = deferred.get(node.uniqueId());
        return elsewhere == null ? node : node.readFrom(elsewhere);
    }

    @Override
    public Source source(String packageName, SourceCall call) {
        return all.source(packageName, call);
    }

    @Override
    public Collection<? extends Resource> resources() {
        return all.resources();
    }
}
