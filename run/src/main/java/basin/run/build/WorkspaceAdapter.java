package basin.run.build;

import basin.core.stream.TableName;
import basin.engine.workspace.ColumnType;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import basin.model.adapter.Adapter;
import basin.model.adapter.Column;
import basin.model.adapter.Policy;
import basin.model.adapter.Relation;
import basin.model.adapter.RelationKind;
import basin.model.adapter.Result;
import basin.model.adapter.Table;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/// The lake as macros see it: one session of the workspace. For one thread at a time.
final class WorkspaceAdapter implements Adapter {
    private final Workspace workspace;
    private final Supplier<WorkspaceSession> session;
    private final String database;

    /// @param session asked for whenever a macro wants something of it: always the same
    /// @param database what the lake is called in statements
    WorkspaceAdapter(Workspace workspace, Supplier<WorkspaceSession> session, String database) {
        this.workspace = workspace;
        this.session = session;
        this.database = database;
    }

    @Override
    public String type() {
        return "duckdb";
    }

    @Override
    public Result execute(String sql, boolean fetch) {
        if (fetch) {
            Table table = FetchedTable.of(session.get().query(sql));
            return new Result("OK", table.length(), table);
        }
        return new Result("OK", session.get().execute(sql), Table.EMPTY);
    }

    @Override
    public List<Relation> relations(String inDatabase, String schema) {
        return workspace.relations().stream()
                .filter(relation -> relation.name().schema().equalsIgnoreCase(schema))
                .map(relation -> Relation.of(
                        inDatabase.isEmpty() ? database : inDatabase,
                        relation.name().schema(),
                        relation.name().name(),
                        kind(relation.kind())))
                .toList();
    }

    private static RelationKind kind(basin.lake.Relation.Kind kind) {
        return switch (kind) {
            case TABLE -> RelationKind.TABLE;
            case VIEW -> RelationKind.VIEW;
        };
    }

    @Override
    public List<String> schemas(String inDatabase) {
        return workspace.schemas();
    }

    @Override
    public List<Column> columns(Relation relation) {
        return session.get().columnsOf(relation.render()).stream()
                .map(WorkspaceAdapter::column)
                .toList();
    }

    @Override
    public List<Column> columnsOf(String select) {
        return session.get().columns(select).stream()
                .map(WorkspaceAdapter::column)
                .toList();
    }

    /// A column as macros know it, whose type says all there is to say: `DECIMAL(18,3)`.
    private static Column column(ColumnType column) {
        String type = column.type();
        if (type.toUpperCase(Locale.ROOT).startsWith("DECIMAL(")) {
            String[] sizes =
                    type.substring(type.indexOf('(') + 1, type.indexOf(')')).split(",", -1);
            return new Column(
                    column.name(),
                    "DECIMAL",
                    null,
                    Integer.parseInt(sizes[0].strip()),
                    sizes.length < 2 ? 0 : Integer.parseInt(sizes[1].strip()));
        }
        return new Column(column.name(), type);
    }

    @Override
    public void createSchema(String inDatabase, String schema) {
        workspace.createSchema(schema);
    }

    @Override
    public void dropSchema(String inDatabase, String schema) {
        workspace.dropSchema(schema);
    }

    /// What is temporary is dropped by a statement, since the lake knows nothing of it.
    @Override
    public void drop(Relation relation) {
        if (!isLasting(relation) || !workspace.drop(name(relation))) {
            session.get()
                    .execute("drop table if exists "
                            + relation.including(new Policy(false, false, true)).render());
        }
    }

    @Override
    public void rename(Relation from, Relation to) {
        workspace.rename(name(from), name(to));
    }

    @Override
    public void truncate(Relation relation) {
        workspace.truncate(name(relation));
    }

    /// Whether it is in a schema of the lake; what is temporary is in none.
    static boolean isLasting(Relation relation) {
        return relation.schema() != null && !relation.schema().isEmpty();
    }

    static TableName name(Relation relation) {
        return new TableName(
                Objects.requireNonNullElse(relation.schema(), ""),
                Objects.requireNonNullElse(relation.identifier(), ""));
    }
}
