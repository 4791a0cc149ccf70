package basin.connect.postgres.types;

import basin.core.rows.Column;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Text of a database whose encoding is SQL_ASCII: the server lets any bytes pass, so each value is looked at.
///
/// @param text reads the value once it is known to be UTF-8
record CheckedText(Decoder text) implements Decoder {

    private static final int SHOWN_BYTES = 1024;

    @Override
    public void decode(byte[] message, int at, int length, Column into) throws Unfit {
        if (!isAscii(message, at, length) && !isUtf8(message, at, length)) {
            throw new Unfit(
                    "\\x" + HexFormat.of().formatHex(message, at, at + Math.min(length, SHOWN_BYTES)),
                    "is not UTF-8, and the database, whose encoding is SQL_ASCII, does not say what else it is",
                    "correct the value, or load the column with 'as: binary'");
        }
        text.decode(message, at, length, into);
    }

    private static boolean isAscii(byte[] message, int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (message[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] message, int at, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message, at, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
