package basin.engine.workspace.duck;

import basin.lake.Lake;
import basin.lake.Relation;
import java.util.List;

/// The lake's tables and views as they are whenever somebody asks, and put in order only when something
/// has changed.
///
/// For any thread.
final class RelationList {

    private final Lake lake;
    private volatile Relations last = new Relations(List.of());

    RelationList(Lake lake) {
        this.lake = lake;
    }

    /// What there is now.
    Relations now() {
        List<Relation> all = lake.relations();
        Relations known = last;
        if (!known.all().equals(all)) {
            known = new Relations(all);
            last = known;
        }
        return known;
    }
}
