package basin.connect.postgres.snapshot;

import basin.connect.digest.Movement;
import basin.connect.postgres.plan.ColumnNumbers;
import basin.core.stream.Position;
import org.jspecify.annotations.Nullable;

/// The position of a stream that is read as a whole: `16/B374D848@790:790:`.
///
/// @param lsn where the server's log ended, which is what people and other tools look for
/// @param xids what was seen
public record LoadedAt(String lsn, Xids xids) {

    static LoadedAt of(ExportedSnapshot snapshot) {
        return new LoadedAt(snapshot.lsn(), snapshot.xids());
    }

    /// Reads what [#position()] wrote, whatever follows behind a blank; null for anything else.
    public static @Nullable LoadedAt parse(Position position) {
        String text = position.text().split(" ", 2)[0];
        int at = text.indexOf('@');
        try {
            return at < 0 ? null : new LoadedAt(text.substring(0, at), new Xids(text.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Position position() {
        return new Position(lsn + "@" + xids.text());
    }

    /// The position of a stream that is followed from here on: with the columns that it was read with.
    Position position(ColumnNumbers columns) {
        return new Position(position() + " " + columns);
    }

    /// What was written between a position, which may be of another kind, and this one.
    ///
    /// The log tells nothing: it grows while nobody writes, and a transaction stands in it before it is seen.
    Movement since(Position then) {
        LoadedAt loaded = parse(then);
        return loaded == null ? Movement.UNKNOWN : loaded.xids().to(xids);
    }
}
