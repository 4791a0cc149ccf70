package basin.model.properties;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import basin.model.project.ProjectFiles;
import basin.model.project.SeedFile;
import basin.model.project.TextFile;
import basin.model.resource.Analysis;
import basin.model.resource.Code;
import basin.model.resource.Column;
import basin.model.resource.Constraint;
import basin.model.resource.Documentation;
import basin.model.resource.Draft;
import basin.model.resource.Hook;
import basin.model.resource.Identity;
import basin.model.resource.Kind;
import basin.model.resource.Model;
import basin.model.resource.ResourceType;
import basin.model.resource.Seed;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes drafts of the models, seeds, snapshots, analyses, singular tests and hooks of one project.
final class NodeDrafts {
    private static final Set<String> MODEL_KEYS = Set.of(
            "name",
            "description",
            "docs",
            "config",
            "columns",
            "tests",
            "data_tests",
            "meta",
            "access",
            "group",
            "contract",
            "constraints",
            "latest_version",
            "versions",
            "deprecation_date",
            "time_spine",
            "quote_columns",
            "semantic_model",
            "metrics",
            "relation",
            "primary_entity");

    private final DbtProject project;
    private final Descriptions descriptions;
    private final DocsBlocks docs;
    private final Findings findings;
    private final List<Draft> drafts = new ArrayList<>();

    NodeDrafts(DbtProject project, Descriptions descriptions, DocsBlocks docs, Findings findings) {
        this.project = project;
        this.descriptions = descriptions;
        this.docs = docs;
        this.findings = findings;
    }

    /// Drafts of all that a project's files hold.
    List<Draft> of(ProjectFiles files, List<PropertiesFile> properties) {
        files.models().forEach(this::model);
        files.seeds().forEach(this::seed);
        files.snapshots().forEach(this::snapshots);
        properties.forEach(this::snapshots);
        files.analyses().forEach(this::analysis);
        files.tests().forEach(this::test);
        hooks(Hook.Moment.ON_RUN_START, project.onRunStart());
        hooks(Hook.Moment.ON_RUN_END, project.onRunEnd());
        return drafts;
    }

    private void model(TextFile file) {
        Descriptions.VersionOf version = descriptions.version(project.name(), file.stem());
        Description description =
                version == null ? descriptions.find("models", project.name(), file.stem()) : version.model();
        String name = version == null ? file.stem() : version.model().name();
        String number = version == null ? null : version.number();
        List<String> fqn = number == null
                ? Names.fqn(project.name(), file.path(), name)
                : Names.fqn(project.name(), file.path(), name, "v" + number);
        Identity identity = new Identity(
                ResourceType.MODEL,
                Names.uniqueId(ResourceType.MODEL, project.name(), name, number),
                project.name(),
                name,
                fqn,
                file.path(),
                file.originalPath(),
                new Place.InFile(file.shownAs()));
        boolean python = file.path().endsWith(".py");
        Config base = python ? Config.EMPTY.with("materialized", "table") : Config.EMPTY;
        Config config = configured(base, "models", identity.fqn(), description);
        if (version != null) {
            config = Layers.over(config, ConfigValues.of(version.version()));
        }
        Code code = python
                ? new Code(
                        Code.Language.PYTHON,
                        file.text(),
                        1,
                        Code.sha256(file.text().strip()))
                : Code.sql(file.text(), 1);
        add(identity, model(description, version, config), code, documentation(description, version, config), config);
    }

    private Model model(@Nullable Description description, Descriptions.@Nullable VersionOf version, Config config) {
        Mapping content = description == null ? null : description.content();
        if (content != null) {
            content.expect(MODEL_KEYS, "a model");
        }
        Mapping own = version == null ? null : version.version();
        List<Constraint> constraints = own != null && own.has("constraints")
                ? Columns.constraints(own)
                : content == null ? List.of() : Columns.constraints(content);
        String deprecated = own != null && own.has("deprecation_date")
                ? own.text("deprecation_date")
                : content == null ? null : content.text("deprecation_date");
        return new Model(
                version == null ? null : version.number(),
                version == null ? null : Descriptions.latestVersion(version.model()),
                access(config, content),
                config.text("group"),
                deprecated,
                constraints,
                content == null ? Map.of() : content.values("time_spine"));
    }

    private Model.Access access(Config config, @Nullable Mapping content) {
        String word = config.text("access", "protected");
        for (Model.Access access : Model.Access.values()) {
            if (access.word().equals(word)) {
                return access;
            }
        }
        findings.mistakes()
                .add(Problem.wrong(
                                "unknown access '" + word + "'; one of private, protected, public",
                                content == null
                                        ? new Place.InFile(project.shownAs().resolve(DbtProject.FILE))
                                        : content.place("access"))
                        .advise("write 'access: protected'"));
        return Model.Access.PROTECTED;
    }

    private void seed(SeedFile file) {
        Description description = descriptions.find("seeds", project.name(), file.stem());
        Identity identity = identity(
                ResourceType.SEED, file.stem(), file.path(), file.originalPath(), new Place.InFile(file.shownAs()));
        Config config = configured(Config.EMPTY, "seeds", identity.fqn(), description);
        Code code = new Code(Code.Language.SQL, "", 1, file.checksum());
        add(identity, new Seed(file.file()), code, documentation(description, null, config), config);
    }

    private void snapshots(TextFile file) {
        for (TemplateBlock block : TemplateBlock.in(file.text(), "snapshot")) {
            String withoutEnding = file.path().substring(0, file.path().lastIndexOf('.'));
            Identity identity = new Identity(
                    ResourceType.SNAPSHOT,
                    Names.uniqueId(ResourceType.SNAPSHOT, project.name(), block.name(), null),
                    project.name(),
                    block.name(),
                    Names.fqn(project.name(), withoutEnding + "/" + block.name(), block.name()),
                    file.path(),
                    file.originalPath(),
                    file.line(file.lineAt(block.start())));
            snapshot(identity, null, Code.sql(block.contents(), file.lineAt(block.contentsStart())));
        }
    }

    /// Snapshots that a properties file defines by the relation that they are of.
    private void snapshots(PropertiesFile properties) {
        for (Mapping item : properties.content().mappings("snapshots")) {
            String name = item.text("name");
            String relation = item.text("relation");
            if (name == null || relation == null) {
                continue;
            }
            TextFile file = properties.file();
            if (CallText.parse(relation, item.place("relation")) == null) {
                findings.mistake(
                        "'" + relation + "' is no relation that a snapshot can be of",
                        item.place("relation"),
                        "write ref('...') or source('...', '...')");
                continue;
            }
            Identity identity = new Identity(
                    ResourceType.SNAPSHOT,
                    Names.uniqueId(ResourceType.SNAPSHOT, project.name(), name, null),
                    project.name(),
                    name,
                    Names.fqn(project.name(), file.path(), name),
                    file.path() + "/" + name + ".sql",
                    file.originalPath(),
                    item.place());
            int line = item.place("relation").line();
            snapshot(identity, relation, Code.sql("select * from {{ " + relation + " }}", line));
        }
    }

    private void snapshot(Identity identity, @Nullable String relation, Code code) {
        Description description = descriptions.find("snapshots", project.name(), identity.name());
        Config config = configured(Config.EMPTY, "snapshots", identity.fqn(), description);
        add(identity, new Snapshot(relation), code, documentation(description, null, config), config);
    }

    private void analysis(TextFile file) {
        String path = "analysis/" + file.path();
        Identity identity = identity(
                ResourceType.ANALYSIS, file.stem(), path, file.originalPath(), new Place.InFile(file.shownAs()));
        Description description = descriptions.find("analyses", project.name(), file.stem());
        Config config = configured(Config.EMPTY, "analyses", identity.fqn(), description);
        add(identity, new Analysis(), Code.sql(file.text(), 1), documentation(description, null, config), config);
    }

    private void test(TextFile file) {
        Identity identity = identity(
                ResourceType.TEST, file.stem(), file.path(), file.originalPath(), new Place.InFile(file.shownAs()));
        Description description = descriptions.find("data_tests", project.name(), file.stem());
        Config config = configured(Config.EMPTY, "data_tests", identity.fqn(), description);
        add(identity, new SingularTest(), Code.sql(file.text(), 1), documentation(description, null, config), config);
    }

    private void hooks(Hook.Moment moment, List<DbtProject.Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            DbtProject.Statement statement = statements.get(i);
            String name = project.name() + "-" + moment.word() + "-" + i;
            Identity identity = identity(
                    ResourceType.OPERATION, name, "hooks/" + name + ".sql", "./" + DbtProject.FILE, statement.place());
            Config config = Config.EMPTY.with("tags", List.of(moment.word()));
            Code code = Code.sql(statement.sql(), statement.place().line());
            add(identity, new Hook(moment, i), code, Documentation.NONE, config);
        }
    }

    private Identity identity(ResourceType type, String name, String path, String originalPath, Place.InFile place) {
        return new Identity(
                type,
                Names.uniqueId(type, project.name(), name, null),
                project.name(),
                name,
                Names.fqn(project.name(), path, name),
                path,
                originalPath,
                place);
    }

    private Config configured(Config base, String section, List<String> fqn, @Nullable Description description) {
        Config config = project.tree(section).over(base, fqn);
        return description == null ? config : Layers.over(config, ConfigValues.of(description.content()));
    }

    private void add(Identity identity, Kind kind, Code code, Documentation documentation, Config config) {
        drafts.add(new Draft(identity, kind, code, documentation, config));
    }

    private Documentation documentation(
            @Nullable Description description, Descriptions.@Nullable VersionOf version, Config config) {
        if (description == null) {
            return Documentation.NONE;
        }
        descriptions.markUsed(description);
        Mapping content = description.content();
        Mapping described = version != null && version.version().has("description") ? version.version() : content;
        Map<String, @Nullable Object> shown = config.map("docs");
        return new Documentation(
                docs.description(
                        described.rawText("description"),
                        description.project().name(),
                        described.place("description"),
                        described.reading()),
                columns(description, version),
                config.map("meta"),
                !Boolean.FALSE.equals(shown.get("show")),
                new Config(shown).text("node_color"),
                description.file().patchPath(),
                content.place());
    }

    private Map<String, Column> columns(Description description, Descriptions.@Nullable VersionOf version) {
        Columns reader = new Columns(docs, description.project().name());
        List<Mapping> columns = version == null
                ? description.content().mappings("columns")
                : VersionColumns.of(description.content(), version.version());
        return new LinkedHashMap<>(reader.read(columns));
    }
}
