package basin.model.graph;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.config.Config;
import basin.model.document.Findings;
import basin.model.properties.ProjectContents;
import basin.model.resource.Exposure;
import basin.model.resource.GenericTest;
import basin.model.resource.Macro;
import basin.model.resource.Metric;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Builds the graph of a project: makes nodes of drafts, resolves what they name, and leaves out what is not enabled.
///
/// For one thread; templates are rendered by several at once.
public final class GraphBuilder {
    private final ProjectContents contents;
    private final Templates templates;
    private final NodeParser parser;
    private final Findings findings;
    private final Map<String, Resource> enabled = new LinkedHashMap<>();
    private final List<Resource> disabled = new ArrayList<>();

    private GraphBuilder(ProjectContents contents, Templates templates, Findings findings) {
        this.contents = contents;
        this.templates = templates;
        this.parser = new NodeParser(contents.tree(), templates);
        this.findings = findings;
    }

    /// Builds the graph.
    ///
    /// @param findings takes what is wrong, beside what was found before
    /// @return without what is wrong; to be used only if nothing is
    public static ProjectGraph build(ProjectContents contents, Templates templates, Findings findings) {
        return new GraphBuilder(contents, templates, findings).build();
    }

    /// Builds the graph of a sound project.
    ///
    /// @throws ProblemException with every mistake
    public static ProjectGraph buildSound(ProjectContents contents, Templates templates, Findings findings) {
        ProjectGraph graph = build(contents, templates, findings);
        findings.mistakes().throwIfAny();
        return graph;
    }

    private ProjectGraph build() {
        nodes();
        contents.sources().forEach(source -> put(source, source.config()));
        contents.exposures().forEach(exposure -> put(exposure, exposure.config()));
        contents.metrics().forEach(metric -> put(metric, metric.config()));
        contents.semanticModels().forEach(model -> put(model, model.config()));
        contents.savedQueries().forEach(query -> put(query, query.config()));
        contents.unitTests().forEach(test -> put(test, test.config()));
        List<Resource> there = new ArrayList<>(enabled.values());
        there.addAll(disabled);
        UnusedConfig.tell(contents.tree().root(), there, findings);
        new RelationNames(findings).check(all(Node.class));
        link(references());
        findings.mistakes().addAll(Access.check(contents, enabled));
        refuseCycle();
        Map<String, Macro> macros = new LinkedHashMap<>();
        templates.macros().forEach(macro -> macros.put(macro.uniqueId(), macro));
        return new ProjectGraph(
                contents.tree(), enabled, contents.groups(), contents.docs(), macros, disabled, references());
    }

    private void nodes() {
        List<NodeParser.Parsed> parsed =
                contents.drafts().parallelStream().map(parser::parse).toList();
        for (NodeParser.Parsed one : parsed) {
            findings.mistakes().addAll(one.problems());
            if (one.node() != null) {
                put(one.node(), one.node().config());
            }
        }
    }

    private void put(Resource resource, Config config) {
        if (!config.flag("enabled", true)) {
            disabled.add(resource);
            return;
        }
        Resource first = enabled.putIfAbsent(resource.uniqueId(), resource);
        if (first == null) {
            return;
        }
        if (resource instanceof Node node && node.kind() instanceof GenericTest) {
            findings.remark(
                    "the test '" + resource.name() + "' is declared twice",
                    resource.identity().place(),
                    "the other is at " + first.identity().place() + "; keep one of them");
            return;
        }
        findings.mistakes()
                .add(Problem.wrong(
                                "there are two %ss of the name '%s'"
                                        .formatted(resource.type().word().replace('_', ' '), resource.name()),
                                resource.identity().place())
                        .because("the other is at " + first.identity().place())
                        .advise("rename one of them, or switch it off with 'enabled: false'"));
    }

    /// Resolves references. Tests that refer to what there is not, or what is not enabled, are left out, and so are
    /// resources that depend on such.
    private void link(References references) {
        Linking linking = new Linking(contents.tree().root().name(), references, names(disabled), findings);
        Semantics semantics = new Semantics(all(Metric.class), all(SemanticModel.class));
        for (Map.Entry<String, Resource> entry : new ArrayList<>(enabled.entrySet())) {
            Resource linked = switch (entry.getValue()) {
                case Node node -> linking.link(node);
                case Exposure exposure -> exposure.with(linking.link(exposure, exposure.dependencies(), semantics));
                case SemanticModel model -> model.with(linking.link(model, model.dependencies(), semantics));
                case Metric metric -> metric.with(metric.dependencies().resolved(semantics.needs(metric)));
                case SavedQuery query -> query.with(query.dependencies().resolved(semantics.needs(query)));
                case UnitTest test -> linking.link(test);
                case Resource other -> other;
            };
            if (linked == null) {
                enabled.remove(entry.getKey());
                disabled.add(entry.getValue());
            } else {
                enabled.put(entry.getKey(), linked);
            }
        }
    }

    private References references() {
        return new References(contents.tree().root().name(), all(Node.class), all(Source.class));
    }

    private void refuseCycle() {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        enabled.forEach((id, resource) -> needs.put(id, ProjectGraph.dependsOn(resource)));
        List<String> cycle = new Cycles(needs).find();
        if (cycle == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (String id : cycle) {
            Resource member = enabled.get(id);
            names.add(member == null ? id : member.name());
        }
        Resource start = enabled.get(cycle.getFirst());
        if (start != null) {
            findings.mistakes()
                    .add(Problem.wrong(
                                    "'%s' depends on itself".formatted(start.name()),
                                    start.identity().place())
                            .because(String.join(" -> ", names))
                            .advise("take one of these references out"));
        }
    }

    private <T extends Resource> List<T> all(Class<T> type) {
        return enabled.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Set<String> names(List<Resource> resources) {
        Set<String> names = new HashSet<>();
        for (Resource resource : resources) {
            names.add(resource instanceof Source source ? source.sourceName() + "." + source.name() : resource.name());
        }
        return names;
    }
}
