package basin.connect.postgres.change;

import basin.connect.Stream.Mode;
import basin.connect.postgres.catalog.Attribute;
import basin.connect.postgres.catalog.CatalogReader;
import basin.connect.postgres.catalog.PgType;
import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.plan.PlannedStream;
import basin.connect.postgres.plan.StreamPlanner;
import basin.connect.postgres.types.TypeTable;
import basin.core.problem.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The streams that are followed, as the catalog has them at some moment, and the tables that have their rows.
///
/// @param streams by the identity of what they are called after
/// @param owners for each table whose changes are of a stream: the identity of what that is called after
/// @param layouts of the tables and of what streams are called after, by identity
/// @param known identities of all tables there are, whether or not they are of a stream
record FollowedTables(
        Map<Long, PlannedStream> streams, Map<Long, Long> owners, Map<Long, Layout> layouts, Set<Long> known) {

    private static final String BEGIN = "begin transaction isolation level repeatable read read only";

    /// Columns of a table as they were, or will be.
    ///
    /// @param relation the identity of what a stream is called after
    record Past(long relation, List<LoggedColumn> columns) {}

    /// Reads the catalog.
    ///
    /// @param connection outside of any transaction
    /// @param past of which table to look at other columns than it has now; null for none
    /// @throws basin.core.problem.ProblemException if nothing of what was chosen can be loaded
    static FollowedTables read(
            Connection connection, StreamPlanner.Choice choice, Place place, Server server, @Nullable Past past)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
            try {
                return readNow(connection, choice, place, server, past);
            } finally {
                statement.execute("rollback");
            }
        }
    }

    private static FollowedTables readNow(
            Connection connection, StreamPlanner.Choice choice, Place place, Server server, @Nullable Past past)
            throws SQLException {
        CatalogReader catalog = new CatalogReader(connection);
        List<Relation> relations = catalog.relations();
        StreamPlanner planner = new StreamPlanner(relations, choice, place);
        List<Relation> chosen = new ArrayList<>();
        for (Relation relation : catalog.withColumns(planner.chosen())) {
            chosen.add(
                    past == null || relation.oid() != past.relation()
                            ? relation
                            : relation.withAttributes(attributes(connection, relation, past.columns())));
        }
        Map<Long, PlannedStream> streams = new HashMap<>();
        Map<Long, Long> owners = new HashMap<>();
        for (PlannedStream stream : planner.plan(chosen, new TypeTable(server.traits()))) {
            if (stream.stream().mode() == Mode.FOLLOWED) {
                long owner = stream.relation().oid();
                streams.put(owner, stream);
                owners.put(owner, owner);
                stream.parts().forEach(part -> owners.put(part.oid(), owner));
            }
        }
        Set<Long> known = new HashSet<>();
        relations.forEach(relation -> known.add(relation.oid()));
        return new FollowedTables(streams, owners, Layout.read(connection, owners.keySet()), known);
    }

    /// The attributes of a table that had these columns. What the catalog has still, or already, is
    /// taken from there.
    private static List<Attribute> attributes(Connection connection, Relation relation, List<LoggedColumn> columns)
            throws SQLException {
        Map<String, Layout.Numbered> present = Layout.read(connection, List.of(relation.oid()))
                .getOrDefault(relation.oid(), new Layout(List.of()))
                .byName();
        Map<String, Attribute> byName = new HashMap<>();
        relation.attributes().forEach(attribute -> byName.put(attribute.name(), attribute));
        Map<Long, PgType> types = new CatalogReader(connection)
                .types(columns.stream().map(LoggedColumn::type).toList());
        List<Attribute> attributes = new ArrayList<>();
        for (LoggedColumn column : columns) {
            Attribute same = byName.get(column.name());
            Layout.Numbered numbered = present.get(column.name());
            boolean unchanged = numbered != null && numbered.column().equals(column);
            attributes.add(same != null && unchanged ? same : attribute(column, types, declared(connection, column)));
        }
        return attributes;
    }

    private static Attribute attribute(LoggedColumn column, Map<Long, PgType> types, String declared) {
        return new Attribute(
                column.name(),
                0,
                types.getOrDefault(column.type(), new PgType.Foreign(declared)),
                column.modifier(),
                0,
                declared,
                false,
                true,
                Attribute.Origin.WRITTEN,
                "",
                "",
                true);
    }

    private static String declared(Connection connection, LoggedColumn column) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select format_type(?::oid, ?)")) {
            statement.setLong(1, column.type());
            statement.setInt(2, column.modifier());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return String.valueOf(result.getString(1));
            }
        }
    }
}
