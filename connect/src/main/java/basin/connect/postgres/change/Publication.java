package basin.connect.postgres.change;

import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.plan.PlannedStream;
import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A publication that we look after: tables whose changes are published, of which kinds.
///
/// Partitions are published as themselves, so that the log says in which of them something happened.
///
/// @param kinds as in SQL: `insert, update`
record Publication(String name, String kinds) {

    /// Whether there is one of that name.
    static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select from pg_publication where pubname = ?")) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /// What is to be run so that it has just these tables; nothing where that is so.
    ///
    /// @param wanted by identity
    List<String> changes(Connection connection, Map<Long, TableName> wanted) throws SQLException {
        if (!exists(connection, name)) {
            return List.of("create publication %s%s with (publish = '%s')"
                    .formatted(quoted(), wanted.isEmpty() ? "" : " for table " + list(wanted.values()), kinds));
        }
        Map<Long, TableName> present = tables(connection);
        List<String> changes = new ArrayList<>();
        Map<Long, TableName> gone = new TreeMap<>(present);
        gone.keySet().removeAll(wanted.keySet());
        if (!gone.isEmpty()) {
            changes.add("alter publication %s drop table %s".formatted(quoted(), list(gone.values())));
        }
        Map<Long, TableName> added = new TreeMap<>(wanted);
        added.keySet().removeAll(present.keySet());
        if (!added.isEmpty()) {
            changes.add("alter publication %s add table %s".formatted(quoted(), list(added.values())));
        }
        return changes;
    }

    /// Drops it, if it is there.
    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop publication if exists " + quoted());
        }
    }

    String quoted() {
        return TableName.quote(name);
    }

    /// The tables that are to be published for some streams, by identity: partitioned tables with all
    /// that is below them, others without.
    static Map<Long, TableName> tables(Collection<PlannedStream> streams) {
        Map<Long, TableName> tables = new TreeMap<>();
        for (PlannedStream stream : streams) {
            Relation relation = stream.relation();
            if (relation.kind() == Relation.Kind.PARTITIONED_TABLE) {
                tables.put(relation.oid(), relation.name());
            } else {
                stream.parts().forEach(part -> tables.put(part.oid(), part.name()));
            }
        }
        return tables;
    }

    private Map<Long, TableName> tables(Connection connection) throws SQLException {
        String sql = """
                select c.oid::int8 as oid, n.nspname, c.relname
                from pg_publication p
                join pg_publication_rel r on r.prpubid = p.oid
                join pg_class c on c.oid = r.prrelid
                join pg_namespace n on n.oid = c.relnamespace
                where p.pubname = ?
                """;
        Map<Long, TableName> tables = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    tables.put(
                            result.getLong("oid"),
                            new TableName(result.getString("nspname"), result.getString("relname")));
                }
            }
        }
        return tables;
    }

    private static String list(Collection<TableName> tables) {
        return tables.stream().map(table -> "only " + table.quoted()).collect(Collectors.joining(", "));
    }
}
