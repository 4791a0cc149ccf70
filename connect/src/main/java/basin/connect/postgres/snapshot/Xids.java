package basin.connect.postgres.snapshot;

import basin.connect.digest.Movement;

/// Which transactions a snapshot sees, in the server's own text form `xmin:xmax:xip,..`.
///
/// Transactions are numbered as they start to write. All below `xmin` had ended; `xmax` and those above had not
/// begun; some in between were under way. Numbers have 64 bits here, in rows the lower 32 of them.
///
/// @param text as the server wrote it
public record Xids(String text) {

    /// As far as two numbers of 32 bits can be told apart, since they run in a circle.
    private static final long HALF_CIRCLE = 1L << 31;

    private static final long CIRCLE = 1L << 32;

    /// @throws IllegalArgumentException if it is no snapshot
    public Xids {
        if (!text.matches("\\d{1,19}:\\d{1,19}:[\\d,]*")) {
            throw new IllegalArgumentException("no snapshot: " + text);
        }
    }

    /// Whatever a transaction below it did is seen.
    ///
    /// Of those from here to `xmax` some are seen and some are not, and the list of those under way
    /// does not tell which: it names transactions, while rows also carry the numbers of
    /// subtransactions, which it leaves out. A subtransaction's number is greater than its
    /// transaction's, so below this number there is no doubt.
    long xmin() {
        return Long.parseLong(text.substring(0, text.indexOf(':')));
    }

    long xmax() {
        return Long.parseLong(text.substring(text.indexOf(':') + 1, text.lastIndexOf(':')));
    }

    /// Whether the numbers in rows tell, in a later snapshot, what this one had seen for sure.
    boolean isComparableWith(Xids later) {
        return later.xmin() >= xmin() && later.xmax() >= xmax() && later.xmax() - xmin() < HALF_CIRCLE;
    }

    /// What was written between this snapshot and another of the same server.
    Movement to(Xids other) {
        if (xmax() != other.xmax()) {
            return xmax() < other.xmax() ? Movement.FORWARD : Movement.BACK;
        }
        boolean nobodyWrote = xmin() == xmax() && text.equals(other.text);
        return nobodyWrote ? Movement.NONE : Movement.FORWARD;
    }

    /// Whether what a transaction did is seen; of subtransactions it cannot be asked.
    ///
    /// @param xid the lower 32 bits of its number, which must not be half a circle away from this snapshot
    public boolean sees(int xid) {
        long number = xmax() + (xid - (int) xmax());
        if (number < xmin() || number >= xmax()) {
            return number < xmin();
        }
        String underWay = text.substring(text.lastIndexOf(':') + 1);
        return !("," + underWay + ",").contains("," + number + ",");
    }

    /// An SQL condition over a table's rows: written by a transaction that this snapshot may not have
    /// seen. It may hold for a row of a transaction so old that the circle has come round, never the
    /// other way.
    String unseen() {
        return "age(xmin) <= age('%d'::xid)".formatted(xmin() % CIRCLE);
    }
}
