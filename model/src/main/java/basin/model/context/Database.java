package basin.model.context;

import basin.core.problem.ProblemException;
import basin.jinja.error.JinjaException;
import basin.model.adapter.Adapter;
import basin.model.adapter.Column;
import basin.model.adapter.Relation;
import basin.model.adapter.Result;
import basin.model.adapter.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The database as one rendering sees it: a session of it, or none while a project is only being read. Without
/// one there are no relations and no columns, and statements do nothing.
///
/// @param session null where nothing is executed
record Database(@Nullable Adapter session) {
    private static final Result NOTHING = new Result("", -1, Table.EMPTY);

    boolean isOpen() {
        return session != null;
    }

    Result execute(String sql, boolean fetch) {
        return session == null ? NOTHING : session.execute(sql, fetch);
    }

    List<Relation> relations(@Nullable String database, @Nullable String schema) {
        return session == null || schema == null
                ? List.of()
                : session.relations(Objects.requireNonNullElse(database, ""), schema);
    }

    @Nullable
    Relation relation(Relation name) {
        return relations(name.database(), name.schema()).stream()
                .filter(found -> found.sameName(name))
                .findFirst()
                .orElse(null);
    }

    List<String> schemas(@Nullable String database) {
        return session == null ? List.of() : session.schemas(Objects.requireNonNullElse(database, ""));
    }

    List<Column> columns(Relation relation) {
        return session == null ? List.of() : session.columns(relation);
    }

    List<Column> columnsOf(String select) {
        return session == null ? List.of() : session.columnsOf(select);
    }

    void createSchema(Relation schema) {
        if (session != null) {
            session.createSchema(Objects.requireNonNullElse(schema.database(), ""), name(schema));
        }
    }

    void dropSchema(Relation schema) {
        if (session != null) {
            session.dropSchema(Objects.requireNonNullElse(schema.database(), ""), name(schema));
        }
    }

    void drop(Relation relation) {
        if (session != null) {
            session.drop(relation);
        }
    }

    void rename(Relation from, Relation to) {
        if (session != null) {
            session.rename(from, to);
        }
    }

    void truncate(Relation relation) {
        if (session != null) {
            session.truncate(relation);
        }
    }

    /// Whether a database would take a statement.
    ///
    /// @throws ProblemException if it would not
    void validate(String sql) {
        execute("explain " + sql, true);
    }

    private static String name(Relation schema) {
        String name = schema.schema();
        if (name == null) {
            throw JinjaException.of("the relation '" + schema + "' has no schema");
        }
        return name;
    }
}
