package basin.model.graph;

import basin.core.problem.Place;
import basin.core.problem.Suggestion;
import basin.model.document.Findings;
import basin.model.resource.Dependencies;
import basin.model.resource.GenericTest;
import basin.model.resource.MetricCall;
import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.Resource;
import basin.model.resource.SingularTest;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import basin.model.resource.UnitTest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Resolves what resources refer to, and says what is wrong with references that lead nowhere.
final class Linking {
    private final String rootPackage;
    private final References references;
    private final Set<String> disabled;
    private final Findings findings;

    /// @param disabled the names of what is not enabled; tables of sources as `source.table`
    Linking(String rootPackage, References references, Set<String> disabled, Findings findings) {
        this.rootPackage = rootPackage;
        this.references = references;
        this.disabled = disabled;
        this.findings = findings;
    }

    /// The node with its dependencies resolved; null if it is a test of something that is not there.
    @Nullable
    Node link(Node node) {
        boolean test = node.kind() instanceof GenericTest || node.kind() instanceof SingularTest;
        Set<String> ids = new LinkedHashSet<>();
        boolean complete = resolve(node, node.dependencies(), test, ids);
        if (test && !complete) {
            return null;
        }
        ids.remove(node.uniqueId());
        return node.with(node.dependencies().resolved(List.copyOf(ids)));
    }

    /// The dependencies of an exposure or semantic model, resolved.
    Dependencies link(Resource resource, Dependencies dependencies, Semantics semantics) {
        Set<String> ids = new LinkedHashSet<>();
        resolve(resource, dependencies, false, ids);
        for (MetricCall call : dependencies.metrics()) {
            String id = semantics.metric(call.name());
            if (id != null) {
                ids.add(id);
            } else {
                findings.mistake(
                        sentence(resource, "the metric '" + call.name() + "'"),
                        call.place(),
                        Suggestion.didYouMean(call.name(), semantics.metricNames()));
            }
        }
        return dependencies.resolved(List.copyOf(ids));
    }

    /// The unit test with the model that it tests as its only dependency; null if that model is not enabled.
    @Nullable
    UnitTest link(UnitTest test) {
        Node tested = references.node(test.packageName(), test.model(), test.version(), test.packageName());
        if (tested == null) {
            return null;
        }
        Set<String> ids = new LinkedHashSet<>();
        resolve(test, test.dependencies(), false, ids);
        return test.with(test.dependencies().resolved(List.of(tested.uniqueId())));
    }

    private boolean resolve(Resource resource, Dependencies dependencies, boolean test, Set<String> ids) {
        boolean complete = true;
        for (RefCall call : dependencies.refs()) {
            Node node = references.node(call.packageName(), call.name(), call.version(), resource.packageName());
            if (node != null) {
                ids.add(node.uniqueId());
            } else {
                complete = false;
                refuse(resource, call, test);
            }
        }
        for (SourceCall call : dependencies.sources()) {
            Source source = references.source(call.source(), call.table(), resource.packageName());
            if (source != null) {
                ids.add(source.uniqueId());
            } else {
                complete = false;
                refuse(resource, call, test);
            }
        }
        return complete;
    }

    private void refuse(Resource resource, RefCall call, boolean test) {
        if (disabled.contains(call.name())) {
            refuseDisabled(test, sentence(resource, "'" + call.name() + "'"), call.place());
            return;
        }
        Set<String> versions = references.versions(call.name());
        if (call.version() != null && !versions.isEmpty()) {
            say(
                    test,
                    sentence(resource, "version '" + call.version() + "' of '" + call.name() + "'") + ", which has "
                            + String.join(", ", versions),
                    call.place(),
                    "refer to one of these, or to the latest without 'v='");
            return;
        }
        String where = call.packageName() == null ? "" : " in the package '" + call.packageName() + "'";
        say(
                test,
                sentence(resource, "'" + call.name() + "'" + where) + ", which is not there",
                call.place(),
                Suggestion.didYouMean(call.name(), references.names()));
    }

    private void refuse(Resource resource, SourceCall call, boolean test) {
        String name = call.source() + "." + call.table();
        String what = sentence(resource, "the table '" + call.table() + "' of the source '" + call.source() + "'");
        if (disabled.contains(name)) {
            refuseDisabled(test, what, call.place());
            return;
        }
        String nearest = Suggestion.nearest(name, references.tables());
        String remedy = nearest == null
                ? "declare it under 'sources:' in a YAML file of the models"
                : "did you mean " + "source('" + nearest.replaceFirst("\\.", "', '") + "')?";
        say(test, what + ", which is not declared", call.place(), remedy);
    }

    /// A test of what is switched off is switched off with it, and nobody needs to hear of it.
    private void refuseDisabled(boolean test, String sentence, Place place) {
        if (!test) {
            findings.mistake(sentence + ", which is not enabled", place, "enable it, or take the reference out");
        }
    }

    /// dbt warns of such tests and goes on without them.
    private void say(boolean test, String what, Place place, @Nullable String remedy) {
        if (test) {
            findings.remark(what, place, remedy);
        } else {
            findings.mistake(what, place, remedy);
        }
    }

    private String sentence(Resource resource, String object) {
        String owner = resource.packageName().equals(rootPackage) ? "" : resource.packageName() + ".";
        return "the %s '%s%s' refers to %s"
                .formatted(resource.type().word().replace('_', ' '), owner, resource.name(), object);
    }
}
