package basin.engine.workspace.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import basin.engine.workspace.WorkspaceSettings;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.Relation;
import basin.lake.UpkeepPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A workspace on one instance of DuckDB.
public final class DuckWorkspace implements Workspace {

    private static final Set<String> TAKEN = Set.of("system", "temp", Mirror.OWN);

    private final Names names;
    private final RelativeFiles files;
    private final WorkspaceParts parts;
    private final Set<DuckSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<String> shared = ConcurrentHashMap.newKeySet();

    private DuckWorkspace(Names names, RelativeFiles files, WorkspaceParts parts) {
        this.names = names;
        this.files = files;
        this.parts = parts;
    }

    /// Opens a workspace over a lake, which stays its caller's. DuckDB itself is started by the first session.
    ///
    /// @throws ProblemException where the database cannot be called so
    public static DuckWorkspace open(Lake lake, WorkspaceSettings settings) {
        if (TAKEN.contains(settings.database().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(
                    Problem.wrong("the database cannot be called '" + settings.database() + "'", Place.NOWHERE)
                            .because("DuckDB has one of its own of that name")
                            .advise("give the target another database"));
        }
        Readers readers = new Readers();
        RelationList relations = new RelationList(lake);
        Instance instance = new Instance(lake, relations, settings, readers);
        return new DuckWorkspace(
                new Names(settings.database(), settings.schema()),
                new RelativeFiles(settings.files().getFirst().toAbsolutePath().normalize()),
                new WorkspaceParts(lake, relations, instance, readers, new Locks()));
    }

    @Override
    public WorkspaceSession session(QueryOptions options) {
        DuckSession[] opened = new DuckSession[1];
        DuckSession session = new DuckSession(
                parts, parts.instance().connect(), names, files, shared, options, () -> sessions.remove(opened[0]));
        opened[0] = session;
        sessions.add(session);
        try {
            session.begin(options);
            return session;
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    @Override
    public List<String> schemas() {
        return parts.lake().schemas();
    }

    @Override
    public List<Relation> relations() {
        return parts.relations().now().all();
    }

    @Override
    public Optional<Relation> relation(TableName name) {
        return parts.relations().now().find(name);
    }

    @Override
    public Map<String, String> notes(TableName name) {
        return relation(name).map(parts::notes).orElse(Map.of());
    }

    @Override
    public void note(TableName name, Map<String, String> notes) {
        Relation relation = existing(name);
        parts.locks().with(relation.name(), () -> {
            parts.note(relation, notes);
            return true;
        });
    }

    @Override
    public void createSchema(String schema) {
        parts.createSchema(schema);
    }

    @Override
    public void dropSchema(String schema) {
        parts.dropSchema(schema, parts.relations().now());
    }

    @Override
    public boolean drop(TableName name) {
        return relation(name)
                .map(relation -> parts.locks().with(relation.name(), () -> parts.drop(relation.name())))
                .orElse(false);
    }

    @Override
    public void rename(TableName from, TableName to) {
        Relation relation = existing(from);
        parts.locks().with(relation.name(), () -> parts.rename(relation.name(), to));
    }

    @Override
    public void truncate(TableName table) {
        Relation relation = existing(table);
        parts.locks().with(relation.name(), () -> {
            LakeTable found = parts.lake().table(relation.name());
            found.overwrite(List.of(), null);
            return true;
        });
    }

    @Override
    public void upkeep(TableName table, Clock clock) {
        parts.locks().with(table, () -> parts.lake().find(table).map(it -> it.upkeep(UpkeepPolicy.USUAL, clock)));
    }

    @Override
    public void clearUp() {
        parts.lake().clearUp();
    }

    @Override
    public void close() {
        List.copyOf(sessions).forEach(WorkspaceSession::cancel);
        parts.instance().close();
    }

    private Relation existing(TableName name) {
        return relation(name).orElseThrow(() -> {
            parts.lake().table(name);
            return new IllegalStateException("the lake has a table that it does not list: " + name);
        });
    }
}
