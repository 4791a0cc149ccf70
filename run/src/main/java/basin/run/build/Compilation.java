package basin.run.build;

import basin.core.problem.Place;
import basin.core.rows.Rows;
import basin.engine.QueryOptions;
import basin.engine.lineage.ColumnLineage;
import basin.engine.workspace.ColumnType;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import basin.model.compile.Compiled;
import basin.model.config.Config;
import basin.model.project.Target;
import basin.model.resource.Analysis;
import basin.model.resource.Code;
import basin.model.resource.Dependencies;
import basin.model.resource.Documentation;
import basin.model.resource.Identity;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.ResourceType;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns templates into SQL, and shows what the SQL returns; makes nothing. Templates may ask the lake
/// while they are rendered. For one thread.
public final class Compilation implements AutoCloseable {
    private static final String INLINE = "inline_query";

    private final ModelProject project;
    private final Workspace workspace;
    private final QueryOptions options;
    private final WorkspaceAdapter adapter;
    private @Nullable WorkspaceSession session;

    /// @param options of the session that templates ask
    public Compilation(ModelProject project, Workspace workspace, QueryOptions options) {
        this.project = project;
        this.workspace = workspace;
        this.options = options;
        this.adapter = new WorkspaceAdapter(
                workspace, this::session, project.graph().tree().target().database());
    }

    /// A node's template as SQL.
    ///
    /// @throws basin.core.problem.ProblemException if it cannot be rendered
    public Compiled compile(Node node) {
        return project.compiler().compile(node, project.referents(), adapter);
    }

    /// A template of nobody's, which may name whatever the project has, as SQL.
    ///
    /// @throws basin.core.problem.ProblemException if it cannot be rendered
    public Compiled compile(String template) {
        String root = project.graph().tree().root().name();
        Target target = project.graph().tree().target();
        Identity identity = new Identity(
                ResourceType.ANALYSIS,
                "analysis." + root + "." + INLINE,
                root,
                INLINE,
                List.of(root, INLINE),
                INLINE,
                INLINE,
                new Place.InFile(Path.of("--inline")));
        return compile(new Node(
                identity,
                new Analysis(),
                Code.sql(template, 1),
                Documentation.NONE,
                Config.EMPTY,
                new RelationName(target.database(), target.schema(), INLINE, RelationName.Quoting.ALL),
                Dependencies.NONE));
    }

    /// What SQL returns.
    ///
    /// @param most how many rows at most; negative for all of them
    /// @return to be closed before anything else is asked for
    public Rows rows(Compiled compiled, long most) {
        String sql = most < 0 ? compiled.sql() : "select * from (\n" + compiled.sql() + "\n) limit " + most;
        return NodeRun.traced(compiled, () -> session().query(sql));
    }

    /// The columns that SQL returns, and the columns of tables and views that they depend on.
    ///
    /// @throws basin.core.problem.ProblemException if something it names is not there
    public List<ColumnLineage> lineage(Compiled compiled) {
        return session().lineage(compiled.sql());
    }

    /// The columns of a table or view; empty where there is none.
    public List<ColumnType> columns(RelationName relation) {
        return session().columnsOf(relation.sql());
    }

    /// Opened by the first template that asks the lake: most do not.
    private WorkspaceSession session() {
        WorkspaceSession open = session == null ? workspace.session(options) : session;
        session = open;
        return open;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
