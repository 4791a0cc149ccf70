package basin.connect.postgres.snapshot;

import basin.connect.digest.Movement;
import basin.core.stream.Position;

/// The position of a stream that is read as a whole: `16/B374D848@790:790:`.
///
/// @param lsn where the server's log ended, which is what people and other tools look for
/// @param xids what was seen
record LoadedAt(String lsn, Xids xids) {

    static LoadedAt of(ExportedSnapshot snapshot) {
        return new LoadedAt(snapshot.lsn(), snapshot.xids());
    }

    Position position() {
        return new Position(lsn + "@" + xids.text());
    }

    /// What was written between a position, which may be of another kind, and this one.
    ///
    /// The log tells nothing: it grows while nobody writes, and a transaction stands in it before it is seen.
    Movement since(Position then) {
        String text = then.text();
        int at = text.indexOf('@');
        try {
            return at < 0 ? Movement.UNKNOWN : new Xids(text.substring(at + 1)).to(xids);
        } catch (IllegalArgumentException e) {
            return Movement.UNKNOWN;
        }
    }
}
