package basin.run.build;

import basin.core.rows.Field;
import basin.core.settings.Environment;
import basin.core.stream.TableName;
import basin.duck.DuckSettings;
import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import basin.engine.workspace.WorkspaceSettings;
import basin.engine.workspace.duck.DuckWorkspace;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import basin.model.context.Invocation;
import basin.model.context.Messages;
import basin.model.project.ProjectOptions;
import basin.model.project.Target;
import basin.model.resource.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A dbt project that is written in a test, over a lake of its own.
final class Warehouse implements AutoCloseable {
    private static final long MEMORY = 512L << 20;

    private final Path folder;
    private final Path state;
    private final Lake lake;
    private boolean fullRefresh;
    private boolean force;
    private Set<ResourceType> types = EnumSet.allOf(ResourceType.class);

    Warehouse(Path temp) {
        this.folder = temp.resolve("project");
        this.state = temp.resolve("state");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(state.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.lake = Lake.open(LakeSettings.local(state.resolve("lake"), state.resolve("system.db")));
        file("dbt_project.yml", "name: shop\nversion: '1'\n");
    }

    /// Writes a file of the project.
    Warehouse file(String path, String text) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Warehouse model(String name, String text) {
        return file("models/" + name + ".sql", text);
    }

    Warehouse fullRefresh() {
        fullRefresh = true;
        return this;
    }

    Warehouse force() {
        force = true;
        return this;
    }

    Warehouse only(ResourceType type) {
        types = EnumSet.of(type);
        return this;
    }

    /// Builds what was asked for; the next build is a plain one again.
    BuildReport build() {
        Invocation invocation = Invocation.of(
                "a-run", Instant.parse("2026-01-02T03:04:05Z"), "build", Map.of("full_refresh", fullRefresh));
        ModelProject project = ModelProject.read(
                ProjectOptions.of(folder, new Environment(Map.of("DBT_PROFILES_DIR", folder.toString()))),
                invocation,
                Messages.NONE);
        try (Workspace workspace = workspace(project)) {
            PassedTests passed = PassedTests.in(state);
            Fingerprints fingerprints = new Fingerprints(project, workspace, passed, force);
            BuildPlan plan =
                    BuildPlan.of(project.graph(), project.graph().resources().keySet(), types);
            Sessions sessions = new Sessions(project, workspace, fingerprints, QueryOptions.usual(), Clock.systemUTC());
            RunHooks hooks = new RunHooks(project, workspace, QueryOptions.usual(), Clock.systemUTC());
            List<StepResult> results = new ArrayList<>(hooks.before(plan));
            BuildReport report = new Build(plan, sessions, new Silent(), Clock.systemUTC(), false).run(4);
            results.addAll(report.results());
            results.addAll(hooks.after(plan, results));
            passed.save();
            return new BuildReport(results, report.startedAt(), report.took());
        } finally {
            fullRefresh = false;
            force = false;
            types = EnumSet.allOf(ResourceType.class);
        }
    }

    /// What became of each step, by its name.
    Map<String, StepResult.Outcome> outcomes() {
        Map<String, StepResult.Outcome> outcomes = new TreeMap<>();
        build().results().forEach(result -> outcomes.put(result.resource().name(), result.outcome()));
        return outcomes;
    }

    /// The rows of a query, in one text: values beside each other, rows below each other.
    String rows(String sql) {
        try (Workspace workspace = workspace(Target.withoutProfile("shop"));
                WorkspaceSession session = workspace.session(QueryOptions.usual())) {
            StringBuilder text = new StringBuilder();
            for (List<@Nullable Object> row :
                    FetchedTable.of(session.query(sql)).rows()) {
                text.append(row).append('\n');
            }
            return text.toString();
        }
    }

    /// How many states a table has had.
    int snapshots(String schema, String table) {
        return lake.table(new TableName(schema, table)).snapshots().size();
    }

    /// A column of a table.
    Field column(String schema, String table, String name) {
        return lake.table(new TableName(schema, table)).schema().field(name).orElseThrow();
    }

    private Workspace workspace(ModelProject project) {
        return workspace(project.graph().tree().target());
    }

    private Workspace workspace(Target target) {
        DuckSettings duck = new DuckSettings(MEMORY, state.resolve("tmp"), MEMORY, 2);
        return DuckWorkspace.open(
                lake, new WorkspaceSettings(target.database(), target.schema(), List.of(folder), duck));
    }

    @Override
    public void close() {
        lake.close();
    }

    private static final class Silent implements BuildListener {
        @Override
        public void started(Step step, int index, int total) {}

        @Override
        public void ended(StepResult result, int index, int total) {}
    }
}
