package basin.connect.postgres.change;

import basin.core.stream.Position;

/// A place in the server's log, in bytes from its beginning.
///
/// @param value without a sign
record Lsn(long value) implements Comparable<Lsn> {

    private static final long LOWER = 0xFFFFFFFFL;

    /// Reads the form in which the server and people write it: `16/B374D848`.
    ///
    /// @throws IllegalArgumentException if it is none
    static Lsn parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no place in a log: " + text);
        }
        return new Lsn((Long.parseLong(text.substring(0, slash), 16) << Integer.SIZE)
                | Long.parseLong(text.substring(slash + 1), 16));
    }

    Position position() {
        return new Position(toString());
    }

    /// How many bytes of the log lie between an earlier place and this one; 0 if that is a later one.
    long beyond(Lsn earlier) {
        return Math.max(0, value - earlier.value);
    }

    Lsn max(Lsn other) {
        return compareTo(other) < 0 ? other : this;
    }

    @Override
    public int compareTo(Lsn other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return "%X/%X".formatted(value >>> Integer.SIZE, value & LOWER);
    }
}
