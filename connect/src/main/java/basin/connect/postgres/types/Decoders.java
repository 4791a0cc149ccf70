package basin.connect.postgres.types;

import static basin.connect.postgres.types.BigEndian.getInt;
import static basin.connect.postgres.types.BigEndian.getLong;
import static basin.connect.postgres.types.BigEndian.getShort;

/// The decoders of types without parts and without parameters: numbers, bytes and text.
final class Decoders {

    static final Decoder BOOLEAN = (message, at, length, into) -> into.appendBoolean(message[at] != 0);

    static final Decoder SHORT = (message, at, length, into) -> into.appendInt(getShort(message, at));

    static final Decoder INT = (message, at, length, into) -> into.appendInt(getInt(message, at));

    static final Decoder LONG = (message, at, length, into) -> into.appendLong(getLong(message, at));

    static final Decoder FLOAT =
            (message, at, length, into) -> into.appendFloat(Float.intBitsToFloat(getInt(message, at)));

    static final Decoder DOUBLE =
            (message, at, length, into) -> into.appendDouble(Double.longBitsToDouble(getLong(message, at)));

    /// Numbers of 32 bits without a sign: oid, xid, cid.
    static final Decoder UNSIGNED_INT =
            (message, at, length, into) -> into.appendLong(Integer.toUnsignedLong(getInt(message, at)));

    /// Numbers of 64 bits without a sign, into a decimal: xid8.
    static final Decoder UNSIGNED_LONG = (message, at, length, into) -> into.appendLongs(0, getLong(message, at));

    static final Decoder UUID =
            (message, at, length, into) -> into.appendLongs(getLong(message, at), getLong(message, at + Long.BYTES));

    /// Bytes as they are: bytea, and text of a database in any encoding but SQL_ASCII, which the server has
    /// checked.
    static final Decoder BYTES = (message, at, length, into) -> into.appendBytes(message, at, length);

    /// Text that is filled up with blanks, which have no meaning: char(n).
    static final Decoder PADDED = (message, at, length, into) -> {
        int end = at + length;
        while (end > at && message[end - 1] == ' ') {
            end--;
        }
        into.appendBytes(message, at, end - at);
    };

    /// The binary form of jsonb: its version, then text.
    static final Decoder JSONB = (message, at, length, into) -> into.appendBytes(message, at + 1, length - 1);

    private Decoders() {}
}
