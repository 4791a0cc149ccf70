package basin.connect.postgres.snapshot;

import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.plan.PlannedStream;
import basin.core.stream.Position;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far a stream was read, and of which table: a name may stand for another one by the next time.
///
/// @param history of the server: see [ExportedSnapshot#history()]
/// @param xids what the snapshot saw
/// @param table the identity of the stream's table
/// @param shape its columns
/// @param parts what held its rows: see [#part(Relation)]
/// @param value the greatest value of the cursor; null if there was none
record Reached(
        String history,
        Xids xids,
        long table,
        Shape shape,
        Set<String> parts,
        @Nullable String value) {

    private static final int WORDS = 5;
    private static final String NO_PARTS = "-";

    static Reached with(ExportedSnapshot snapshot, PlannedStream stream, @Nullable String value) {
        Set<String> parts = new TreeSet<>();
        stream.parts().forEach(part -> parts.add(part(part)));
        return new Reached(
                snapshot.history(), snapshot.xids(), stream.relation().oid(), Shape.of(stream), parts, value);
    }

    /// Reads what [#position()] wrote; null for anything else.
    static @Nullable Reached parse(Position position) {
        String[] words = position.text().split(" ", WORDS + 1);
        if (words.length < WORDS) {
            return null;
        }
        try {
            return new Reached(
                    words[0],
                    new Xids(words[1]),
                    Long.parseLong(words[2]),
                    Shape.parse(words[3]),
                    words[4].equals(NO_PARTS) ? Set.of() : Set.of(words[4].split(",")),
                    words.length == WORDS ? null : words[WORDS]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// A table and the file its rows are in, which is another one once they were written anew: then nothing is
    /// known of them.
    static String part(Relation relation) {
        return relation.oid() + "/" + relation.fileNode();
    }

    Position position() {
        String partList = parts.isEmpty() ? NO_PARTS : String.join(",", parts);
        return new Position(history + " " + xids.text() + " " + table + " " + shape + " " + partList
                + (value == null ? "" : " " + value));
    }
}
