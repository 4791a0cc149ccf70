package basin.model.context;

import basin.model.adapter.Policy;
import basin.model.adapter.Relation;
import basin.model.resource.RelationName;

/// Relations from the names that resources have.
final class Relations {
    private Relations() {}

    /// The relation of that name, of a kind that nobody knows.
    static Relation of(RelationName name) {
        RelationName.Quoting quoting = name.quoting();
        return Relation.of(name.database(), name.schema(), name.identifier(), null)
                .quoted(new Policy(quoting.database(), quoting.schema(), quoting.identifier()));
    }
}
