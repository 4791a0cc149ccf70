package basin.connect.postgres.types;

import basin.core.rows.Column;
import basin.core.rows.Type;

/// The text form of a numeric into a decimal of fixed precision and scale: digits, with a point among
/// them and a sign before them, and never with an exponent.
///
/// @param remedy what loads a value that does not fit
record DecimalText(Type.Decimal type, String remedy) implements Decoder {

    @Override
    public void decode(byte[] message, int at, int length, Column into) throws Unfit {
        boolean negative = message[at] == '-';
        int first = negative ? at + 1 : at;
        int end = at + length;
        if (message[first] > '9') {
            throw new Unfit(TextDecoders.ascii(message, at, length), "is no number of type " + type, remedy);
        }
        long high = 0;
        long low = 0;
        int before = 0;
        int behind = -1;
        for (int i = first; i < end; i++) {
            if (message[i] == '.') {
                behind = 0;
                continue;
            }
            int digit = message[i] - '0';
            if (behind < 0) {
                before += before > 0 || digit > 0 ? 1 : 0;
            } else if (behind++ >= type.scale()) {
                requireZero(digit, message, at, length);
                continue;
            }
            if (before > type.precision() - type.scale()) {
                throw new Unfit(
                        "a number with too many digits before the point",
                        TextDecoders.ascii(message, at, length),
                        "does not fit " + type,
                        remedy);
            }
            high = times10(high, low);
            low = low * 10 + digit;
            high += Long.compareUnsigned(low, digit) < 0 ? 1 : 0;
        }
        for (int i = Math.max(behind, 0); i < type.scale(); i++) {
            high = times10(high, low);
            low *= 10;
        }
        if (negative) {
            into.appendLongs(low == 0 ? -high : ~high, -low);
        } else {
            into.appendLongs(high, low);
        }
    }

    /// The upper half of ten times a number of 128 bits.
    private static long times10(long high, long low) {
        return high * 10 + Math.unsignedMultiplyHigh(low, 10);
    }

    private void requireZero(int digit, byte[] message, int at, int length) throws Unfit {
        if (digit != 0) {
            throw new Unfit(
                    "a number with too many digits behind the point",
                    TextDecoders.ascii(message, at, length),
                    "does not fit " + type + " without being rounded",
                    remedy);
        }
    }
}
