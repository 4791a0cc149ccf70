package basin.engine.workspace.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.engine.duck.StoredColumn;
import basin.engine.duck.StoredColumns;
import basin.engine.statement.AlterAction;
import basin.engine.statement.RelationName;
import basin.engine.statement.Span;
import basin.engine.statement.Statement;
import basin.lake.LakeTable;
import basin.lake.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs statements that change something: each on the lake where its table lies there, on DuckDB where
/// it is the session's own.
///
/// @param relations what there is as the statement begins
record StatementRunner(
        WorkspaceParts parts,
        DuckConnection connection,
        Names names,
        Temporaries temporaries,
        ViewMaker views,
        Relations relations) {

    /// Returns how many rows changed, or came.
    long run(Statement statement) {
        return switch (statement) {
            case Statement.Query _, Statement.Local _ -> duck(statement);
            case Statement.Nothing _ -> 0;
            case Statement.CreateTemporary create -> {
                long rows = duck(statement);
                temporaries.add(create.name().name());
                yield rows;
            }
            case Statement.CreateTableAs create -> createTableAs(create);
            case Statement.CreateTable create -> createTable(create);
            case Statement.CreateView create -> createView(create);
            case Statement.CreateSchema create -> createSchema(create);
            case Statement.DropSchema drop -> dropSchema(drop);
            case Statement.Drop drop -> drop(drop);
            case Statement.Truncate truncate ->
                onTable(statement, truncate.name(), table -> {
                    table.overwrite(List.of(), null);
                    return 0L;
                });
            case Statement.Insert insert ->
                onTable(statement, insert.name(), table -> changes().insert(table, insert));
            case Statement.Delete delete ->
                onTable(statement, delete.target().name(), table -> changes().delete(table, delete));
            case Statement.Update update ->
                onTable(statement, update.target().name(), table -> changes().update(table, update));
            case Statement.Merge merge ->
                onTable(statement, merge.target().name(), table -> new Merging(table, merge, changes()).run());
            case Statement.Alter alter -> alter(alter);
            case Statement.Comment comment -> comment(comment);
        };
    }

    private long createTableAs(Statement.CreateTableAs create) {
        TableName name = inLake(create.name());
        if (name == null) {
            return duck(create);
        }
        if (stays(name, create.ifThere(), create)) {
            return 0;
        }
        Composed select = new Composed(create.text()).add(create.select());
        return parts.locks().with(name, () -> writer().replace(exact(name), select, create.names(), Map.of()));
    }

    /// DuckDB reads the columns, as those of a table that only it knows.
    private long createTable(Statement.CreateTable create) {
        TableName name = inLake(create.name());
        if (name == null) {
            return duck(create);
        }
        if (stays(name, create.ifThere(), create)) {
            return 0;
        }
        new Runs(connection)
                .execute(new Composed(create.text())
                        .add("CREATE OR REPLACE TEMP TABLE basin_changes ")
                        .add(create.columns()));
        try {
            StoredColumns columns = new Runs(connection)
                    .columns(new Composed(create.text()).add("FROM " + RowChanges.CHANGES), List.of());
            List<Field> fields = new ArrayList<>();
            for (List<@Nullable Object> described : connection.fetch("DESCRIBE " + RowChanges.CHANGES)) {
                StoredColumn column = columns.all().get(fields.size());
                if (described.get(4) != null) {
                    throw new ProblemException(Problem.wrong(
                            "tables of the lake have no defaults, and column '" + column.name() + "' is given one",
                            RowChanges.place(create.text(), create.columns())));
                }
                fields.add(
                        "NO".equals(described.get(2))
                                ? Field.required(column.name(), column.stored())
                                : Field.optional(column.name(), column.stored()));
            }
            parts.locks().with(name, () -> {
                writer().create(exact(name), new Schema(fields, List.of()), columns);
                return 0;
            });
            return 0;
        } finally {
            connection.execute("DROP TABLE IF EXISTS " + RowChanges.CHANGES);
        }
    }

    private long createView(Statement.CreateView create) {
        TableName name = inLake(create.name());
        if (name == null) {
            return duck(create);
        }
        Optional<Relation> there = relations.find(name);
        if (there.isPresent()
                && there.get().kind() == Relation.Kind.TABLE
                && create.ifThere() != Statement.IfThere.KEEP) {
            throw new ProblemException(Problem.failed(
                            "'" + name + "' is a table",
                            RowChanges.place(create.text(), create.name().span()))
                    .advise("drop the table first"));
        }
        if (!stays(name, create.ifThere(), create)) {
            Composed select = new Composed(create.text()).add(create.select());
            parts.locks().with(name, () -> {
                views.make(exact(name), select, create.names(), relations, Map.of());
                return 0;
            });
        }
        return 0;
    }

    /// Whether a relation that is there is left as it is.
    private boolean stays(TableName name, Statement.IfThere ifThere, Statement statement) {
        if (relations.find(name).isEmpty()) {
            return false;
        }
        return switch (ifThere) {
            case REPLACE -> false;
            case KEEP -> true;
            case FAIL ->
                throw new ProblemException(Problem.failed(
                                "there is a table or a view '" + name + "' already",
                                statement
                                        .text()
                                        .find(name.name())
                                        .orElse(statement.text().place(0, 0)))
                        .advise("drop it first, or write CREATE OR REPLACE"));
        };
    }

    private long createSchema(Statement.CreateSchema create) {
        Optional<String> schema = names.schemaInLake(create.name());
        if (schema.isEmpty()) {
            return duck(create);
        }
        if (create.ifThere() == Statement.IfThere.FAIL
                && parts.lake().schemas().stream().anyMatch(schema.get()::equalsIgnoreCase)) {
            throw new ProblemException(Problem.failed(
                            "there is a schema '" + schema.get() + "' already",
                            RowChanges.place(create.text(), create.name().span()))
                    .advise("write CREATE SCHEMA IF NOT EXISTS"));
        }
        parts.createSchema(schema.get());
        return 0;
    }

    private long dropSchema(Statement.DropSchema drop) {
        Optional<String> schema = names.schemaInLake(drop.name());
        if (schema.isEmpty()) {
            return duck(drop);
        }
        boolean filled = relations.all().stream()
                .anyMatch(relation -> relation.name().schema().equalsIgnoreCase(schema.get()));
        boolean there = filled || parts.lake().schemas().stream().anyMatch(schema.get()::equalsIgnoreCase);
        if (!there && !drop.ifExists()) {
            throw new ProblemException(Problem.wrong(
                    "there is no schema '" + schema.get() + "'",
                    RowChanges.place(drop.text(), drop.name().span())));
        }
        if (filled && !drop.cascade()) {
            throw new ProblemException(Problem.failed(
                            "the schema '" + schema.get() + "' has tables or views",
                            RowChanges.place(drop.text(), drop.name().span()))
                    .advise("drop them first, or write CASCADE"));
        }
        parts.dropSchema(schema.get(), relations);
        return 0;
    }

    private long drop(Statement.Drop drop) {
        RelationName name = drop.name();
        if (isTemporary(name)) {
            temporaries.remove(name.name());
            return duck(drop);
        }
        TableName called = inLake(name);
        if (called == null) {
            return duck(drop);
        }
        Optional<Relation> relation = relations.find(called);
        if (relation.isEmpty()) {
            if (drop.ifExists()) {
                return 0;
            }
            throw missing(drop, name);
        }
        boolean isView = relation.get().kind() == Relation.Kind.VIEW;
        if (isView != (drop.kind() == Statement.Kind.VIEW)) {
            throw new ProblemException(Problem.wrong(
                            "'" + called + "' is a " + (isView ? "view" : "table"),
                            RowChanges.place(drop.text(), name.span()))
                    .advise("write DROP " + (isView ? "VIEW" : "TABLE")));
        }
        parts.locks().with(called, () -> parts.drop(relation.get().name()));
        return 0;
    }

    private long alter(Statement.Alter alter) {
        if (isTemporary(alter.name())) {
            if (alter.action() instanceof AlterAction.Rename rename) {
                temporaries.add(rename.to());
            }
            return duck(alter);
        }
        TableName called = inLake(alter.name());
        if (called == null) {
            return duck(alter);
        }
        Optional<Relation> relation = relations.find(called);
        if (relation.isEmpty()) {
            if (alter.ifExists()) {
                return 0;
            }
            throw missing(alter, alter.name());
        }
        TableName name = relation.get().name();
        return parts.locks().with(name, () -> {
            switch (alter.action()) {
                case AlterAction.Rename rename -> parts.rename(name, new TableName(name.schema(), rename.to()));
                case AlterAction.Move move -> parts.rename(name, new TableName(move.schema(), name.name()));
                case AlterAction.AddColumn _,
                        AlterAction.DropColumn _,
                        AlterAction.RenameColumn _,
                        AlterAction.ChangeType _,
                        AlterAction.NotOffered _,
                        AlterAction.Nothing _ ->
                    new Alteration(writer(), names.database()).run(table(alter, alter.name()), alter);
            }
            return 0L;
        });
    }

    private long comment(Statement.Comment comment) {
        TableName called = inLake(comment.name());
        if (called == null || isTemporary(comment.name())) {
            return duck(comment);
        }
        Relation relation = relations.find(called).orElseThrow(() -> missing(comment, comment.name()));
        return parts.locks().with(relation.name(), () -> {
            if (relation.kind() == Relation.Kind.VIEW || comment.column().isEmpty()) {
                String key = WorkspaceParts.COMMENT
                        + comment.column().map(column -> "." + column).orElse("");
                parts.note(relation, Map.of(key, comment.comment()));
            } else {
                describe(table(comment, comment.name()), comment.column().get(), comment);
            }
            return 0L;
        });
    }

    private static void describe(LakeTable table, String name, Statement.Comment comment) {
        String column = RowChanges.column(
                        table, name, comment.text(), comment.name().span())
                .name();
        Schema schema = table.schema();
        List<Field> fields = schema.fields().stream()
                .map(field -> field.name().equals(column) ? field.withDoc(comment.comment()) : field)
                .toList();
        table.evolve(new Schema(fields, schema.primaryKey()), Map.of());
    }

    /// Does something with a table of the lake; a statement about any other runs on DuckDB.
    private long onTable(Statement statement, RelationName name, Function<LakeTable, Long> work) {
        TableName called = isTemporary(name) ? null : inLake(name);
        if (called == null) {
            return duck(statement);
        }
        return parts.locks().with(called, () -> work.apply(table(statement, name)));
    }

    private LakeTable table(Statement statement, RelationName name) {
        TableName called = names.inLake(name).orElseThrow(() -> missing(statement, name));
        Relation relation = relations.find(called).orElseThrow(() -> missing(statement, name));
        if (relation.kind() == Relation.Kind.VIEW) {
            throw new ProblemException(Problem.wrong(
                    "'" + called + "' is a view: its rows are those of the tables it reads",
                    RowChanges.place(statement.text(), name.span())));
        }
        return parts.lake().table(relation.name());
    }

    private ProblemException missing(Statement statement, RelationName name) {
        List<String> all = relations.all().stream()
                .map(relation -> relation.name().toString())
                .toList();
        Span span = name.span();
        return new ProblemException(Problem.wrong(
                        "there is no table or view '" + name.typed() + "'", RowChanges.place(statement.text(), span))
                .advise(Suggestion.didYouMean(
                        names.inLake(name).map(TableName::toString).orElse(name.typed()), all)));
    }

    private boolean isTemporary(RelationName name) {
        return name.schema().isEmpty() && temporaries.has(name.name());
    }

    /// Null where the name is none of the lake's.
    private @Nullable TableName inLake(RelationName name) {
        return names.inLake(name).orElse(null);
    }

    /// The name as it is spelt where something has it.
    private TableName exact(TableName name) {
        return relations.find(name).map(Relation::name).orElse(name);
    }

    private RowChanges changes() {
        return new RowChanges(connection, new Runs(connection), writer());
    }

    private TableWriter writer() {
        return new TableWriter(parts.lake(), new Runs(connection));
    }

    private long duck(Statement statement) {
        List<List<@Nullable Object>> answer = new Runs(connection).fetch(statement.text());
        Object count = answer.isEmpty() || answer.getFirst().isEmpty()
                ? null
                : answer.getFirst().getFirst();
        return !(statement instanceof Statement.Query) && count instanceof Long rows ? rows : 0;
    }
}
