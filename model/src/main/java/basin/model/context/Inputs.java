package basin.model.context;

import basin.model.adapter.Relation;
import basin.model.resource.MetricCall;
import basin.model.resource.RefCall;
import basin.model.resource.SourceCall;

/// What `ref()` and `source()` return in one rendering.
///
/// For one thread.
interface Inputs {
    Relation ref(RefCall call);

    Relation source(SourceCall call);

    void metric(MetricCall call);
}
