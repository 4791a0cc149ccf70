package basin.connect.postgres.snapshot;

import basin.connect.digest.Movement;
import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.plan.Cursor;
import basin.connect.postgres.plan.PlannedStream;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.Chunk;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is new in a stream since an earlier snapshot.
///
/// A cursor alone loses rows: a transaction takes a number or a time, and commits when greater ones have long
/// been read. So the position holds, beside the greatest value, what the snapshot saw; and new is each row
/// version written by a transaction that it may not have seen. Without a lookback the server looks through the
/// table for those. With one they are looked for only where the cursor is not further behind than that, which
/// an index finds.
///
/// A table that was attached as a partition since, or written anew, is read whole: its rows may be as old as they
/// like. Of another table under the old name, and of a column that older rows have values in, no increment tells
/// everything; that is a discontinuity.
///
/// Rows may come again: those of transactions that ended while an older one was under way, and, after a
/// restore or a fail-over, when the numbers of transactions mean something else, those within the lookback, or
/// all if there is none. A stream read so has a key, which makes that harmless.
final class Increment {

    /// Values that say nothing about how far a table has grown, as numbers and times write them.
    private static final String ENDLESS = "'NaN', 'Infinity', '-Infinity', 'infinity', '-infinity'";

    private final PlannedStream stream;
    private final Cursor cursor;
    private final ExportedSnapshot snapshot;

    Increment(PlannedStream stream, Cursor cursor, ExportedSnapshot snapshot) {
        this.stream = stream;
        this.cursor = cursor;
        this.snapshot = snapshot;
    }

    /// How far the stream is read with this snapshot.
    Position position(Connection connection) throws SQLException {
        return Reached.with(snapshot, stream, greatest(connection)).position();
    }

    /// Why what is new since a position is not all that is different; empty if it is.
    Optional<String> discontinuity(Position after) {
        Reached reached = Reached.parse(after);
        if (reached == null) {
            return Optional.of("it was loaded in another mode until now");
        }
        if (reached.table() != stream.relation().oid()) {
            return Optional.of("another table has taken over its name");
        }
        List<String> unread = reached.shape().unread(stream);
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of("older rows may have values that were not read, or read otherwise, in "
                        + (unread.size() == 1 ? "its column " : "its columns ") + String.join(", ", unread));
    }

    /// What has happened since a position. Numbers of transactions tell more than the server's log, which also
    /// grows while nobody writes.
    Movement since(Position then) {
        Reached reached = Reached.parse(then);
        return reached == null || !reached.history().equals(snapshot.history())
                ? Movement.UNKNOWN
                : reached.xids().to(snapshot.xids());
    }

    /// What is to be read of what is new.
    ///
    /// @throws ProblemException if the position is none from which one can go on
    List<Piece> pieces(Connection connection, ChunkPlanner planner, Position after) throws SQLException {
        Reached reached = Reached.parse(after);
        Optional<String> discontinuity = discontinuity(after);
        if (reached == null || discontinuity.isPresent()) {
            throw new ProblemException(Problem.failed("the load cannot go on from where it was", place())
                    .because(discontinuity.orElse(null))
                    .advise("load the table in full once"));
        }
        List<Piece> pieces = new ArrayList<>();
        List<Relation> known = new ArrayList<>();
        for (Relation part : stream.parts()) {
            if (reached.parts().contains(Reached.part(part))) {
                known.add(part);
            } else {
                pieces.addAll(planner.pieces(connection, stream, List.of(part), null));
            }
        }
        pieces.addAll(grown(connection, planner, reached, known));
        return pieces;
    }

    private List<Piece> grown(Connection connection, ChunkPlanner planner, Reached reached, List<Relation> parts)
            throws SQLException {
        boolean comparable =
                reached.history().equals(snapshot.history()) && reached.xids().isComparableWith(snapshot.xids());
        String unseen = comparable ? reached.xids().unseen() : null;
        if (cursor.lookback() == null || reached.value() == null) {
            return planner.pieces(connection, stream, parts, unseen);
        }
        String condition = behind(reached.value(), cursor.lookback(), unseen);
        return parts.stream()
                .map(part -> new Piece(new Chunk(ChunkPlanner.label(stream, part) + ":new", 0), part, null, condition))
                .toList();
    }

    /// Null is behind nothing, so rows without a value are looked at, too.
    private String behind(String value, String lookback, @Nullable String unseen) {
        String column = TableName.quote(cursor.column());
        String last = "'" + value.replace("'", "''") + "'::" + cursor.type();
        String inReach = "(%s > %s - %s or %s is null)".formatted(column, last, lookback, column);
        return unseen == null ? inReach : inReach + " and " + unseen;
    }

    private @Nullable String greatest(Connection connection) throws SQLException {
        if (stream.parts().isEmpty()) {
            return null;
        }
        String column = TableName.quote(cursor.column());
        String values = stream.parts().stream()
                .map(part -> "select %s as value %s"
                        .formatted(column, new Piece(new Chunk("", 0), part, null, null).source()))
                .collect(Collectors.joining(" union all "));
        String sql = """
                select u.value::text as greatest from (%s) u
                where u.value is not null and u.value::text not in (%s) order by u.value desc limit 1
                """.formatted(values, ENDLESS);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    private Place place() {
        return new Place.InTable(stream.stream().origin().toString());
    }
}
