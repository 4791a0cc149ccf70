package basin.model.context;

import basin.model.adapter.Relation;
import basin.model.resource.MetricCall;
import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Leads what a template names to relations: ephemeral models to common table expressions, inputs of a unit
/// test to their stand-ins, sources with an external location to its files, and all others to their tables and
/// views.
final class ResolvedInputs implements Inputs {
    private final String packageName;
    private final Referents references;
    private final Narrowing narrowing;
    private final Map<String, Relation> standIns;
    private final Map<String, Node> ephemeral = new LinkedHashMap<>();

    /// @param packageName where the template is
    /// @param standIns the relations that replace resources, by unique id
    ResolvedInputs(String packageName, Referents references, Narrowing narrowing, Map<String, Relation> standIns) {
        this.packageName = packageName;
        this.references = references;
        this.narrowing = narrowing;
        this.standIns = standIns;
    }

    @Override
    public Relation ref(RefCall call) {
        Node node = references.ref(packageName, call);
        Relation standIn = standIns.get(node.uniqueId());
        if (standIn != null) {
            return standIn;
        }
        if (node.isEphemeral()) {
            ephemeral.put(node.uniqueId(), node);
            return Relation.cte(cteName(node));
        }
        return Relations.of(node.relation()).narrowed(narrowing.of(node.config()));
    }

    @Override
    public Relation source(SourceCall call) {
        Source source = references.source(packageName, call);
        Relation standIn = standIns.get(source.uniqueId());
        return standIn != null
                ? standIn
                : Relations.of(source.relation()).reading(location(source)).narrowed(narrowing.of(source.config()));
    }

    @Override
    public void metric(MetricCall call) {}

    /// The ephemeral models that the template read, in the order in which it named them.
    Iterable<Node> ephemeral() {
        return ephemeral.values();
    }

    /// The name of an ephemeral model's common table expression.
    static String cteName(Node node) {
        return RelationApi.EPHEMERAL_PREFIX + node.relation().identifier();
    }

    /// The files of a source that is declared with an `external_location`, as a table expression; null for
    /// others.
    private static @Nullable String location(Source source) {
        Object declared = source.config().get("external_location");
        if (declared == null) {
            declared = source.documentation().meta().get("external_location");
        }
        if (declared == null) {
            declared = source.sourceMeta().get("external_location");
        }
        if (declared == null) {
            return null;
        }
        String location = declared.toString()
                .replace("{name}", source.name())
                .replace("{identifier}", source.relation().identifier())
                .replace("{schema}", source.relation().schema())
                .replace("{source_name}", source.sourceName());
        return location.contains("(") || location.contains("'") ? location : "'" + location + "'";
    }
}
