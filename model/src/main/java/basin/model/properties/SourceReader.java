package basin.model.properties;

import basin.core.problem.Problem;
import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import basin.model.resource.Documentation;
import basin.model.resource.Draft;
import basin.model.resource.Identity;
import basin.model.resource.RelationName;
import basin.model.resource.ResourceType;
import basin.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads sources, their tables, and the tests on them. What a project says of a package's source with `overrides` is
/// laid over what the package says.
final class SourceReader {
    private static final Set<String> NOT_OVERRIDDEN = Set.of("name", "overrides", "tables");
    private static final Set<String> SOURCE_KEYS = Set.of(
            "name",
            "description",
            "database",
            "schema",
            "loader",
            "loaded_at_field",
            "loaded_at_query",
            "freshness",
            "quoting",
            "tables",
            "tags",
            "meta",
            "config",
            "overrides",
            "tests",
            "data_tests");
    private static final Set<String> TABLE_KEYS = Set.of(
            "name",
            "identifier",
            "description",
            "columns",
            "tests",
            "data_tests",
            "freshness",
            "loaded_at_field",
            "loaded_at_query",
            "quoting",
            "external",
            "tags",
            "meta",
            "config",
            "loader",
            "docs");

    private final ProjectTree tree;
    private final DocsBlocks docs;
    private final Map<String, Mapping> overrides;
    private final List<Source> sources = new ArrayList<>();
    private final List<Draft> tests = new ArrayList<>();

    SourceReader(ProjectTree tree, DocsBlocks docs, List<PropertiesFile> files) {
        this.tree = tree;
        this.docs = docs;
        this.overrides = new LinkedHashMap<>();
        for (PropertiesFile file : files) {
            for (Mapping source : file.content().mappings("sources")) {
                String packageName = source.text("overrides");
                String name = source.text("name");
                if (packageName != null && name != null) {
                    overrides.put(packageName + "." + name, source);
                }
            }
        }
    }

    /// All tables of all sources, those that are not enabled among them.
    List<Source> sources() {
        return sources;
    }

    /// The tests on them.
    List<Draft> tests() {
        return tests;
    }

    /// Takes what a file says.
    void read(PropertiesFile file) {
        TestDrafts drafts = new TestDrafts(file, docs);
        for (Mapping written : file.content().mappings("sources")) {
            String name = written.required("name", "a source");
            if (name == null || written.has("overrides")) {
                continue;
            }
            written.expect(SOURCE_KEYS, "a source");
            Mapping patch = overrides.get(file.project().name() + "." + name);
            Mapping source = patch == null ? written : written.overlaid(patch, NOT_OVERRIDDEN);
            for (Mapping item : source.mappings("tables")) {
                String table = item.required("name", "a table of a source");
                if (table != null) {
                    item.expect(TABLE_KEYS, "a table of a source");
                    table(file, name, source, table, patch == null ? item : overlaid(item, table, patch), drafts);
                }
            }
        }
        tests.addAll(drafts.drafts());
    }

    private static Mapping overlaid(Mapping table, String name, Mapping patch) {
        for (Mapping other : patch.mappings("tables")) {
            if (name.equals(other.text("name"))) {
                return table.overlaid(other, Set.of("name"));
            }
        }
        return table;
    }

    private void table(
            PropertiesFile file, String sourceName, Mapping source, String name, Mapping table, TestDrafts drafts) {
        DbtProject project = file.project();
        Identity identity = new Identity(
                ResourceType.SOURCE,
                "source." + project.name() + "." + sourceName + "." + name,
                project.name(),
                name,
                Names.fqn(project.name(), file.file().path(), sourceName, name),
                file.file().originalPath(),
                file.file().originalPath(),
                table.place());
        Config config = config(project, identity, source, table);
        List<Mapping> columns = table.mappings("columns");
        Map<String, @Nullable Object> quoting = quoting(source, table);
        sources.add(new Source(
                identity,
                sourceName,
                docs.description(
                        source.rawText("description"), project.name(), source.place("description"), source.reading()),
                meta(source),
                documentation(file, table, columns, config),
                config,
                relation(sourceName, source, name, table, quoting),
                table.text("loader", source.text("loader", "")),
                config.text("loaded_at_field"),
                config.text("loaded_at_query"),
                FreshnessReader.of(config.get("freshness"), identity.place(), table.findings()),
                table.has("external") ? table.values("external") : null));
        List<String> tags = new ArrayList<>(source.texts("tags"));
        tags.addAll(table.texts("tags"));
        boolean quoteColumns = Boolean.TRUE.equals(quoting.get("column"));
        drafts.declaredOn(TestDrafts.Target.source(sourceName, name, quoteColumns, tags), table, columns);
    }

    private Documentation documentation(PropertiesFile file, Mapping table, List<Mapping> columns, Config config) {
        String packageName = file.project().name();
        return new Documentation(
                docs.description(
                        table.rawText("description"), packageName, table.place("description"), table.reading()),
                new Columns(docs, packageName).read(columns),
                config.map("meta"),
                true,
                null,
                file.patchPath(),
                table.place());
    }

    private Config config(DbtProject project, Identity identity, Mapping source, Mapping table) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(ConfigValues.of(source));
        Map<String, @Nullable Object> meta = meta(source);
        Set<String> tags = new LinkedHashSet<>(tags(source));
        own.putAll(ConfigValues.of(table));
        meta.putAll(meta(table));
        tags.addAll(tags(table));
        own.put("meta", meta);
        own.put("tags", List.copyOf(tags));
        for (String key : List.of("loaded_at_field", "loaded_at_query")) {
            String value = loadedAt(key, source, table);
            if (value != null) {
                own.put(key, value);
            }
        }
        Mapping sourceConfig = source.mapping("config");
        Mapping tableConfig = table.mapping("config");
        Map<String, @Nullable Object> freshness = FreshnessReader.merged(
                source, sourceConfig == null ? source : sourceConfig, table, tableConfig == null ? table : tableConfig);
        if (freshness != null) {
            own.put("freshness", freshness.isEmpty() ? null : freshness);
        } else {
            own.remove("freshness");
        }
        Config config = Layers.over(project.tree("sources").over(Config.EMPTY, identity.fqn()), own);
        return project.name().equals(tree.root().name())
                ? config
                : tree.root().tree("sources").over(config, identity.fqn());
    }

    /// What a table says wins, be it that it says nothing on purpose; a query wins over a column.
    private static @Nullable String loadedAt(String key, Mapping source, Mapping table) {
        for (Mapping owner : List.of(table, source)) {
            Mapping config = owner.mapping("config");
            if (config != null && config.has(key)) {
                return config.rawText(key);
            }
            if (owner.has(key)) {
                return owner.isNothing(key) ? null : owner.rawText(key);
            }
        }
        return null;
    }

    private static Map<String, @Nullable Object> meta(Mapping owner) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>(owner.values("meta"));
        Mapping config = owner.mapping("config");
        if (config != null) {
            meta.putAll(config.values("meta"));
        }
        return meta;
    }

    private static List<String> tags(Mapping owner) {
        List<String> tags = new ArrayList<>(owner.texts("tags"));
        Mapping config = owner.mapping("config");
        if (config != null) {
            tags.addAll(config.texts("tags"));
        }
        return tags;
    }

    private Map<String, @Nullable Object> quoting(Mapping source, Mapping table) {
        Map<String, @Nullable Object> quoting = new LinkedHashMap<>(tree.root().quoting());
        quoting.putAll(source.values("quoting"));
        quoting.putAll(table.values("quoting"));
        return quoting;
    }

    private RelationName relation(
            String sourceName, Mapping source, String name, Mapping table, Map<String, @Nullable Object> quoting) {
        String schema = source.text("schema", sourceName);
        if (schema.isBlank()) {
            source.findings()
                    .mistakes()
                    .add(Problem.wrong("the schema of the source '" + sourceName + "' is empty", source.place("schema"))
                            .advise("leave 'schema' out where it is the source's name"));
        }
        return new RelationName(
                source.text("database", tree.target().database()),
                schema,
                table.text("identifier", name),
                new RelationName.Quoting(
                        !Boolean.FALSE.equals(quoting.get("database")),
                        !Boolean.FALSE.equals(quoting.get("schema")),
                        !Boolean.FALSE.equals(quoting.get("identifier"))));
    }
}
