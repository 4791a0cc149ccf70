package basin.connect.postgres.snapshot;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is new in a stream since an earlier snapshot.
///
/// A cursor alone loses rows: a transaction takes a number or a time, and commits when greater ones have long been
/// read. So the position holds, beside the greatest value, what the snapshot saw; and new is each row version
/// written by a transaction that it may not have seen. Without a lookback the server looks through the table for
/// those. With one they are looked for only where the cursor is not further behind than that, which an index finds.
///
/// Rows may come again: those of transactions that ended while an older one was under way, and, after a restore or
/// a fail-over, when the numbers of transactions mean something else, those within the lookback, or all if there is
/// none. A stream read so has a key, which makes that harmless.
final class Increment {

    private final PlannedStream stream;
    private final Cursor cursor;
    private final ExportedSnapshot snapshot;

    Increment(PlannedStream stream, Cursor cursor, ExportedSnapshot snapshot) {
        this.stream = stream;
        this.cursor = cursor;
        this.snapshot = snapshot;
    }

    /// How far the stream was read.
    ///
    /// @param value the greatest value of the cursor; null if there was none
    private record Reached(
            String history, Xids xids, @Nullable String value) {

        static @Nullable Reached parse(Position position) {
            String[] words = position.text().split(" ", 3);
            try {
                return words.length < 2
                        ? null
                        : new Reached(words[0], new Xids(words[1]), words.length < 3 ? null : words[2]);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        Position position() {
            return new Position(history + " " + xids.text() + (value == null ? "" : " " + value));
        }
    }

    /// How far the stream is read with this snapshot.
    Position position(Connection connection) throws SQLException {
        return new Reached(snapshot.history(), snapshot.xids(), greatest(connection)).position();
    }

    /// What is to be read of what is new.
    ///
    /// @throws ProblemException if the position is none from which one can go on
    List<Piece> pieces(Connection connection, ChunkPlanner planner, Position after) throws SQLException {
        Reached reached = Reached.parse(after);
        if (reached == null) {
            throw new ProblemException(Problem.failed("the load cannot go on from where it was", place())
                    .because("it was loaded in another mode until now")
                    .advise("load the table in full once"));
        }
        boolean comparable =
                reached.history().equals(snapshot.history()) && reached.xids().isComparableWith(snapshot.xids());
        String unseen = comparable ? reached.xids().unseen() : null;
        if (cursor.lookback() == null || reached.value() == null) {
            return planner.pieces(connection, stream, unseen);
        }
        return behind(reached.value(), cursor.lookback(), unseen);
    }

    private List<Piece> behind(String value, String lookback, @Nullable String unseen) {
        String column = TableName.quote(cursor.column());
        String last = "'" + value.replace("'", "''") + "'::" + cursor.type();
        String inReach = "%s > %s - %s".formatted(column, last, lookback);
        String condition = unseen == null ? inReach : inReach + " and " + unseen;
        List<Piece> pieces = new ArrayList<>();
        for (Relation part : stream.parts()) {
            String id = (pieces.size() + 1) + ":" + part.name().name();
            pieces.add(new Piece(new Chunk(id, 0), part, null, condition));
        }
        return pieces;
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
        String ordinary =
                cursor.special().isEmpty() ? "" : " and u.value not in (" + String.join(", ", cursor.special()) + ")";
        String sql =
                "select u.value::text as greatest from (%s) u where u.value is not null%s order by u.value desc limit 1"
                        .formatted(values, ordinary);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    private Place place() {
        return new Place.InTable(stream.stream().origin().toString());
    }
}
