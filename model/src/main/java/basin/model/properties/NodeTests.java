package basin.model.properties;

import basin.model.document.Mapping;
import basin.model.resource.Draft;
import basin.model.resource.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tests that one properties file declares on models, seeds and snapshots.
final class NodeTests {
    private static final Map<String, ResourceType> SECTIONS = sections();

    private final PropertiesFile file;
    private final TestDrafts tests;
    private final DraftNames nodes;

    /// @param nodes among them what the file describes
    NodeTests(PropertiesFile file, DocsBlocks docs, DraftNames nodes) {
        this.file = file;
        this.tests = new TestDrafts(file, docs);
        this.nodes = nodes;
    }

    /// Drafts of the tests. Those on what there is not are left out: that is remarked on elsewhere.
    List<Draft> drafts() {
        SECTIONS.forEach((section, type) -> {
            for (Mapping item : file.content().mappings(section)) {
                String name = item.text("name");
                if (name != null) {
                    boolean quoteColumns = Boolean.TRUE.equals(item.flag("quote_columns"));
                    List<Mapping> versions = item.mappings("versions");
                    if (versions.isEmpty()) {
                        Draft node = find(type, name, null);
                        if (node != null) {
                            tests.declaredOn(
                                    TestDrafts.Target.node(node, name, null, quoteColumns),
                                    item,
                                    item.mappings("columns"));
                        }
                    } else {
                        versions.forEach(version -> version(type, name, item, version, quoteColumns));
                    }
                }
            }
        });
        return tests.drafts();
    }

    private void version(ResourceType type, String name, Mapping item, Mapping version, boolean quoteColumns) {
        String number = version.text("v");
        Draft node = number == null ? null : find(type, name, number);
        if (node != null) {
            Mapping owner = version.has("tests") || version.has("data_tests") ? version : item;
            tests.declaredOn(
                    TestDrafts.Target.node(node, name, number, quoteColumns), owner, VersionColumns.of(item, version));
        }
    }

    private @Nullable Draft find(ResourceType type, String name, @Nullable String version) {
        return nodes.find(type, file.project().name(), name, version);
    }

    private static Map<String, ResourceType> sections() {
        Map<String, ResourceType> sections = new LinkedHashMap<>();
        sections.put("models", ResourceType.MODEL);
        sections.put("seeds", ResourceType.SEED);
        sections.put("snapshots", ResourceType.SNAPSHOT);
        return sections;
    }
}
