package basin.model.properties;

import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import basin.model.project.DbtProject;
import basin.model.project.FileFinder;
import basin.model.project.MacroFile;
import basin.model.project.ProjectFiles;
import basin.model.project.ProjectTree;
import basin.model.project.TextFile;
import basin.model.project.YamlTemplates;
import basin.model.resource.Analysis;
import basin.model.resource.Draft;
import basin.model.resource.GenericTest;
import basin.model.resource.Hook;
import basin.model.resource.Model;
import basin.model.resource.Seed;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the files of a project and its packages, once: first docs blocks, then what properties files describe, then
/// what is described, and last the tests on it. Properties files are many and their YAML takes most of the time, so
/// several are looked at at once, each with findings of its own.
final class ContentsReader {
    private static final Set<String> SECTIONS = Set.of(
            "version",
            "models",
            "seeds",
            "snapshots",
            "analyses",
            "sources",
            "exposures",
            "metrics",
            "semantic_models",
            "saved_queries",
            "groups",
            "macros",
            "unit_tests",
            "data_tests",
            "functions",
            "anchors");

    private final ProjectTree tree;
    private final Findings findings;
    private final DocsBlocks docs;
    private final Descriptions descriptions = new Descriptions();
    private final Map<DbtProject, ProjectFiles> files = new LinkedHashMap<>();
    private final Map<DbtProject, List<PropertiesFile>> properties = new LinkedHashMap<>();
    private final List<Findings> ofFiles = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();

    ContentsReader(ProjectTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        this.docs = new DocsBlocks(tree.root().name());
    }

    ProjectContents read() {
        for (DbtProject project : tree.all()) {
            open(project);
        }
        properties.values().forEach(all -> all.forEach(descriptions::read));
        files.forEach((project, found) -> drafts.addAll(new NodeDrafts(project, descriptions, docs, findings)
                .of(found, properties.getOrDefault(project, List.of()))));
        List<TextFile> fixtures = new ArrayList<>();
        List<MacroFile> macroFiles = new ArrayList<>();
        files.values().forEach(found -> {
            fixtures.addAll(found.fixtures());
            macroFiles.addAll(found.macros());
        });
        List<PropertiesFile> all = new ArrayList<>();
        properties.values().forEach(all::addAll);
        UnitTestReader unitTests = new UnitTestReader(tree, docs, fixtures, drafts);
        SourceReader sources = new SourceReader(tree, docs, all);
        ExposureReader exposures = new ExposureReader(tree, docs);
        SemanticReader semantics = new SemanticReader(tree);
        Map<String, MacroProperties> macroProperties = new LinkedHashMap<>();
        DraftNames nodes = new DraftNames(drafts);
        for (PropertiesFile file : all) {
            sources.read(file);
            exposures.read(file);
            semantics.read(file);
            unitTests.read(file);
            macroProperties.putAll(MacroProperties.of(file, docs));
        }
        drafts.addAll(all.parallelStream()
                .flatMap(file -> new NodeTests(file, docs, nodes).drafts().stream())
                .toList());
        drafts.addAll(sources.tests());
        descriptions.remarkUnused(names(), findings);
        ofFiles.forEach(findings::addAll);
        return new ProjectContents(
                tree,
                drafts,
                sources.sources(),
                exposures.exposures(),
                semantics.metrics(),
                semantics.models(),
                semantics.queries(),
                exposures.groups(),
                unitTests.tests(),
                docs.all(),
                macroFiles,
                macroProperties);
    }

    private void open(DbtProject project) {
        ProjectFiles found = FileFinder.find(project, findings);
        ValueTemplates templates = new YamlTemplates(tree.environment(), tree.vars(project.name()), tree.target());
        found.docs().forEach(file -> docs.read(file, new Reading(templates, findings)));
        List<Opened> opened = found.properties().parallelStream()
                .map(file -> open(project, file, new Reading(templates, new Findings())))
                .toList();
        List<PropertiesFile> read = new ArrayList<>();
        for (Opened one : opened) {
            ofFiles.add(one.findings());
            if (one.file() != null) {
                read.add(one.file());
            }
        }
        files.put(project, found);
        properties.put(project, read);
    }

    /// A file that was looked at.
    ///
    /// @param file null if it cannot be read
    private record Opened(@Nullable PropertiesFile file, Findings findings) {}

    private Opened open(DbtProject project, TextFile file, Reading reading) {
        Mapping content = reading.parse(file.text(), file.shownAs());
        if (content == null) {
            return new Opened(null, reading.findings());
        }
        if (project.name().equals(tree.root().name())) {
            content.expect(SECTIONS, "a properties file");
        }
        return new Opened(new PropertiesFile(project, file, content), reading.findings());
    }

    /// The names of what can be described, by section.
    private Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String section = switch (draft.kind()) {
                case Model _ -> "models";
                case Seed _ -> "seeds";
                case Snapshot _ -> "snapshots";
                case Analysis _ -> "analyses";
                case SingularTest _ -> "data_tests";
                case GenericTest _, Hook _ -> draft.type().word();
            };
            names.computeIfAbsent(section, _ -> new TreeSet<>()).add(draft.name());
        }
        return names;
    }
}
