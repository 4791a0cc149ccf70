package basin.connect.postgres.change;

import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// From where on a slot has every change of the tables in our publications: kept as the comment on a
/// publication, since it has to outlive us and go when that goes.
///
/// @param from null while the slot is being made
/// @param settled whether no transaction is under way any more that began before the publications were
///     changed, parts of which they lack
record Completeness(@Nullable Lsn from, boolean settled) {

    private static final Pattern COMMENT =
            Pattern.compile("basin: (complete|being changed)(?: from ([0-9A-F]+/[0-9A-F]+) on)?");

    /// What is written there; null if that is nothing of ours.
    static @Nullable Completeness read(Connection connection, Publication publication) throws SQLException {
        String sql =
                "select coalesce(obj_description(oid, 'pg_publication'), '') from pg_publication where pubname = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, publication.name());
            try (ResultSet result = statement.executeQuery()) {
                Matcher comment = COMMENT.matcher(result.next() ? result.getString(1) : "");
                if (!comment.matches()) {
                    return null;
                }
                String from = comment.group(2);
                return new Completeness(
                        from == null ? null : Lsn.parse(from), comment.group(1).equals("complete"));
            }
        }
    }

    void write(Connection connection, Publication publication) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("comment on publication %s is '%s'".formatted(TableName.quote(publication.name()), this));
        }
    }

    @Override
    public String toString() {
        return "basin: " + (settled ? "complete" : "being changed") + (from == null ? "" : " from " + from + " on");
    }
}
