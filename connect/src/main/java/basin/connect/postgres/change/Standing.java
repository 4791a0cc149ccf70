package basin.connect.postgres.change;

import basin.connect.postgres.snapshot.LoadedAt;
import basin.connect.postgres.snapshot.Xids;
import basin.core.stream.Position;

/// Which transactions a table has already.
sealed interface Standing {

    /// Between a place in the log and the snapshot that a table was loaded from.
    char ONTO = '+';

    /// Whether a transaction is among them.
    ///
    /// @param xid its number, the lower 32 bits of it
    /// @param commit where its commit stands in the log
    boolean has(int xid, Lsn commit);

    /// A place in the log before which every transaction among them was committed.
    Lsn lsn();

    /// What the table has once it was given everything up to a place between two transactions that it had not.
    Standing upTo(Lsn place);

    Position position();

    /// A table that has followed the log up to a place between two transactions: `16/B374D848`.
    record Followed(Lsn lsn) implements Standing {
        @Override
        public boolean has(int xid, Lsn commit) {
            return commit.compareTo(lsn) < 0;
        }

        @Override
        public Standing upTo(Lsn place) {
            return new Followed(lsn.max(place));
        }

        @Override
        public Position position() {
            return lsn.position();
        }
    }

    /// A table that was loaded from a snapshot, `16/B374D848@790:790:`, and may have followed the log
    /// for a while, up to a place before that of the snapshot: `16/B0000000+16/B374D848@790:790:`. Of
    /// transactions that were committed between those two the log does not tell which the snapshot saw:
    /// a transaction stands in the log before it is seen.
    ///
    /// @param followed up to where in the log; the beginning of it if not at all
    record Loaded(Lsn followed, Lsn lsn, Xids xids) implements Standing {
        @Override
        public boolean has(int xid, Lsn commit) {
            return commit.compareTo(followed) < 0 || xids.sees(xid);
        }

        @Override
        public Standing upTo(Lsn place) {
            return place.compareTo(lsn) >= 0 ? new Followed(place) : new Loaded(followed.max(place), lsn, xids);
        }

        @Override
        public Position position() {
            String loaded = lsn + "@" + xids.text();
            return new Position(followed.value() == 0 ? loaded : followed + String.valueOf(ONTO) + loaded);
        }
    }

    /// By the position of a snapshot, or one that [#position()] gave, whatever follows behind a blank.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Standing of(Position position) {
        String text = position.text().split(" ", 2)[0];
        int onto = text.indexOf(ONTO);
        LoadedAt loaded = LoadedAt.parse(new Position(text.substring(onto + 1)));
        if (loaded == null) {
            return new Followed(Lsn.parse(text));
        }
        Lsn followed = onto < 0 ? new Lsn(0) : Lsn.parse(text.substring(0, onto));
        return new Loaded(followed, Lsn.parse(loaded.lsn()), loaded.xids());
    }
}
