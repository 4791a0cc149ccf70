package basin.model.compile;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Arguments;
import basin.model.config.Config;
import basin.model.context.NodeContext;
import basin.model.context.ProjectContext;
import basin.model.macro.MacroDefinition;
import basin.model.project.DbtProject;
import basin.model.project.Target;
import basin.model.resource.Code;
import basin.model.resource.Dependencies;
import basin.model.resource.Documentation;
import basin.model.resource.Draft;
import basin.model.resource.GenericTest;
import basin.model.resource.Hook;
import basin.model.resource.Identity;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.ResourceType;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where nodes are built: asks the macros that a project may replace for that.
final class RelationNaming {
    private static final String SCHEMA_OF_FAILURES = "dbt_test__audit";

    private final ProjectContext project;

    RelationNaming(ProjectContext project) {
        this.project = project;
    }

    /// A draft as a node whose relation is the target's schema and its own name, for as long as nobody knows
    /// better.
    Node unnamed(Draft draft, Config config) {
        Target target = project.tree().target();
        return new Node(
                draft.identity(),
                draft.kind(),
                draft.code(),
                draft.documentation(),
                config,
                new RelationName(target.database(), target.schema(), draft.name(), RelationName.Quoting.ALL),
                Dependencies.NONE);
    }

    /// A node to call a macro from that no file calls.
    Node operation(String macro) {
        String root = project.tree().root().name();
        Identity identity = new Identity(
                ResourceType.OPERATION,
                "operation." + root + "." + macro,
                root,
                macro,
                List.of(root, macro),
                DbtProject.FILE,
                DbtProject.FILE,
                new Place.InFile(Path.of(DbtProject.FILE)));
        Hook kind = new Hook(Hook.Moment.ON_RUN_START, 1);
        return unnamed(new Draft(identity, kind, Code.sql("", 1), Documentation.NONE, Config.EMPTY), Config.EMPTY);
    }

    /// @param config final
    /// @throws ProblemException if one of the macros fails
    RelationName of(Draft draft, Config config) {
        Node node = unnamed(draft, config);
        NodeContext context = NodeContext.reading(project, node);
        try {
            String database = snapshotTarget(draft, config, "target_database");
            String schema = snapshotTarget(draft, config, "target_schema");
            return new RelationName(
                    database != null ? database : ask("generate_database_name", config.text("database"), context),
                    Objects.requireNonNullElse(
                            schema != null ? schema : ask("generate_schema_name", schema(draft, config), context), ""),
                    Objects.requireNonNullElse(ask("generate_alias_name", alias(draft, config), context), ""),
                    quoting(config));
        } catch (JinjaException failure) {
            throw new Mistake(project.macros(), node, null).of(failure);
        }
    }

    private @Nullable String ask(String macro, @Nullable String custom, NodeContext context) {
        MacroDefinition found = project.macros().resolve(project.tree().root().name(), macro);
        Object answer = context.macros()
                .callable(Objects.requireNonNull(found))
                .call(Arguments.of(custom, context.dictionary()));
        return answer == null ? null : answer.toString().strip();
    }

    private static @Nullable String schema(Draft draft, Config config) {
        boolean test = draft.kind() instanceof GenericTest || draft.kind() instanceof SingularTest;
        String schema = config.text("schema");
        return schema == null && test ? SCHEMA_OF_FAILURES : schema;
    }

    private static @Nullable String alias(Draft draft, Config config) {
        String alias = config.text("alias");
        return alias == null && draft.kind() instanceof GenericTest test ? test.shortName() : alias;
    }

    private static @Nullable String snapshotTarget(Draft draft, Config config, String setting) {
        return draft.kind() instanceof Snapshot ? config.text(setting) : null;
    }

    private RelationName.Quoting quoting(Config config) {
        Map<String, @Nullable Object> own = config.map("quoting");
        return new RelationName.Quoting(
                isQuoted(own, "database"), isQuoted(own, "schema"), isQuoted(own, "identifier"));
    }

    private boolean isQuoted(Map<String, @Nullable Object> own, String part) {
        Object quoted = own.containsKey(part)
                ? own.get(part)
                : project.tree().root().quoting().get(part);
        return !Boolean.FALSE.equals(quoted);
    }
}
