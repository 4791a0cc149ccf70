package basin.engine.workspace;

import basin.core.stream.TableName;
import basin.engine.QueryOptions;
import basin.lake.Relation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lake as a DuckDB database: tables and views of the lake are called `schema.name` or
/// `database.schema.name`, and any statement of DuckDB's SQL may name them.
///
/// Statements run in sessions; what concerns whole relations and needs no query is asked for here. Names are found
/// whatever their case, as DuckDB finds them.
///
/// For any thread. What goes wrong is a [basin.core.problem.ProblemException].
public interface Workspace extends AutoCloseable {

    /// Opens a session: a connection with temporary tables of its own.
    ///
    /// @param options its time begins now and is that of all its statements together; its memory limit is that of
    ///                each. Parameters are not taken
    WorkspaceSession session(QueryOptions options);

    /// The schemas there are, those without relations among them, in the order of their names.
    List<String> schemas();

    /// All tables and views of the lake, in the order of their names. Temporary ones are none of the lake's.
    List<Relation> relations();

    /// A table or a view; empty where there is none of that name.
    Optional<Relation> relation(TableName name);

    /// What was noted with a table or a view: see [WorkspaceSession]. Empty where it is not there.
    Map<String, String> notes(TableName name);

    /// Notes something about a table or a view, beside what is noted already, in a commit of its own.
    void note(TableName name, Map<String, String> notes);

    /// Makes a schema; does nothing where it is there.
    void createSchema(String schema);

    /// Drops a schema with all that is in it; does nothing where it is not there.
    void dropSchema(String schema);

    /// Drops a table or a view. Statements that read it already go on undisturbed.
    ///
    /// @return whether it was there
    boolean drop(TableName name);

    /// Gives a table or a view another name, and another schema if need be. Its history and its notes stay.
    ///
    /// @throws basin.core.problem.ProblemException where it is not there, or the other name is taken
    void rename(TableName from, TableName to);

    /// Makes a table empty. Earlier snapshots keep their rows.
    void truncate(TableName table);

    /// Takes away what a table no longer needs, as [basin.lake.LakeTable#upkeep] does with its usual policy. Does
    /// nothing
    /// where there is no table of that name.
    void upkeep(TableName table, Clock clock);

    /// Takes away what earlier processes have left of tables that they did not live to finish. To be called before
    /// anything is made.
    void clearUp();

    /// Ends all statements that still run, and everything that was temporary.
    @Override
    void close();
}
