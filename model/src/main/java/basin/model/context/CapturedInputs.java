package basin.model.context;

import basin.model.adapter.Relation;
import basin.model.resource.MetricCall;
import basin.model.resource.RefCall;
import basin.model.resource.SourceCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Notes what a template names while a project is being read. All inputs look like the template's own relation,
/// since nobody knows yet where they will be.
final class CapturedInputs implements Inputs {
    private final Relation placeholder;
    private final Set<RefCall> refs = new LinkedHashSet<>();
    private final Set<SourceCall> sources = new LinkedHashSet<>();
    private final Set<MetricCall> metrics = new LinkedHashSet<>();

    CapturedInputs(Relation placeholder) {
        this.placeholder = placeholder;
    }

    @Override
    public Relation ref(RefCall call) {
        refs.add(call);
        return placeholder;
    }

    @Override
    public Relation source(SourceCall call) {
        sources.add(call);
        return placeholder;
    }

    @Override
    public void metric(MetricCall call) {
        metrics.add(call);
    }

    List<RefCall> refs() {
        return List.copyOf(refs);
    }

    List<SourceCall> sources() {
        return List.copyOf(sources);
    }

    List<MetricCall> metrics() {
        return List.copyOf(metrics);
    }
}
