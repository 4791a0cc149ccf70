package basin.connect.postgres.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The transaction whose changes are being read, and how many of them there were.
final class Transaction {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long MICROS_TO_2000 = ChronoUnit.MICROS.between(Instant.EPOCH, POSTGRES_EPOCH);
    private static final int LSN_DIGITS = 16;
    private static final int NUMBER_DIGITS = 8;

    private final byte[] position = new byte[LSN_DIGITS + 1 + NUMBER_DIGITS];
    private int xid;
    private Lsn commit = new Lsn(0);
    private long committedAt;
    private long ordinal;
    private int changes;

    /// Begins the next one.
    ///
    /// @param committed microseconds since 2000-01-01
    void begin(int number, Lsn commitLsn, long committed) {
        xid = number;
        commit = commitLsn;
        committedAt = committed + MICROS_TO_2000;
        ordinal++;
        changes = 0;
        hex(commitLsn.value(), 0, LSN_DIGITS);
        position[LSN_DIGITS] = '.';
    }

    int xid() {
        return xid;
    }

    /// Where its commit stands in the log.
    Lsn commit() {
        return commit;
    }

    /// Microseconds since 1970-01-01.
    long committedAt() {
        return committedAt;
    }

    Instant committed() {
        return Instant.EPOCH.plus(committedAt, ChronoUnit.MICROS);
    }

    /// Tells it from those before and after.
    long ordinal() {
        return ordinal;
    }

    /// Goes on to its next change.
    void advance() {
        hex(changes++, LSN_DIGITS + 1, NUMBER_DIGITS);
    }

    /// The position of the present change, as text; valid until the next.
    byte[] position() {
        return position;
    }

    private void hex(long value, int at, int digits) {
        for (int i = 0; i < digits; i++) {
            position[at + i] = HEX[(int) (value >>> (4 * (digits - 1 - i))) & 15];
        }
    }
}
