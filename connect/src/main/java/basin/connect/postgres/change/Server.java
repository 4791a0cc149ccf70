package basin.connect.postgres.change;

import basin.connect.postgres.types.ServerTraits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What of a server following its log depends on.
///
/// @param version its major version
/// @param logical whether its log says what happens to rows
/// @param standby whether it replays the log of another
/// @param database the name of the database
/// @param traits what the mapping of types depends on
record Server(int version, boolean logical, boolean standby, String database, ServerTraits traits) {

    private static final String QUERY = """
            select current_setting('server_version_num')::int / 10000 as version,
                   current_setting('wal_level') = 'logical' as logical,
                   pg_is_in_recovery() as standby,
                   current_database() as database,
                   getdatabaseencoding() <> 'SQL_ASCII' as checks_text,
                   scale('1'::money::numeric) as money_scale
            """;

    static Server read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet facts = statement.executeQuery(QUERY)) {
            facts.next();
            return new Server(
                    facts.getInt("version"),
                    facts.getBoolean("logical"),
                    facts.getBoolean("standby"),
                    facts.getString("database"),
                    new ServerTraits(facts.getBoolean("checks_text"), facts.getInt("money_scale")));
        }
    }
}
