package basin.connect.postgres.change;

import java.util.Arrays;

/// Where the values of a row lie in a message; used for one row after the other.
final class Tuple {

    /// The kinds of values, as the message has them.
    static final byte NULL = 'n';

    static final byte UNCHANGED = 'u';
    static final byte TEXT = 't';
    static final byte BINARY = 'b';

    private byte[] kinds = new byte[16];
    private int[] starts = new int[16];
    private int[] lengths = new int[16];
    private byte[] bytes = {};

    /// Finds the values of the row that is next in the message, and goes behind it.
    void read(Message message) {
        int count = message.nextShort();
        if (count > kinds.length) {
            kinds = new byte[count];
            starts = new int[count];
            lengths = new int[count];
        }
        bytes = message.bytes();
        for (int i = 0; i < count; i++) {
            byte kind = message.nextByte();
            kinds[i] = kind;
            if (kind == TEXT || kind == BINARY) {
                lengths[i] = message.nextInt();
                starts[i] = message.at();
                message.skip(lengths[i]);
            } else {
                starts[i] = 0;
                lengths[i] = 0;
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    byte kind(int column) {
        return kinds[column];
    }

    int start(int column) {
        return starts[column];
    }

    int length(int column) {
        return lengths[column];
    }

    /// Whether a column has the same value in another row of the same table, as it is written.
    boolean hasSame(int column, Tuple other) {
        if (kinds[column] == UNCHANGED || other.kinds[column] == UNCHANGED) {
            return true;
        }
        return kinds[column] == other.kinds[column]
                && lengths[column] == other.lengths[column]
                && Arrays.equals(
                        bytes,
                        starts[column],
                        starts[column] + lengths[column],
                        other.bytes,
                        other.starts[column],
                        other.starts[column] + other.lengths[column]);
    }
}
