package basin.connect.postgres.types;

import basin.core.rows.Column;
import java.nio.charset.StandardCharsets;

/// A uuid as its text of 36 characters; written here, since the server would have to send twice the bytes.
final class UuidText implements Decoder {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int CHARACTERS = 36;

    private final ThreadLocal<byte[]> texts = ThreadLocal.withInitial(() -> new byte[CHARACTERS]);

    @Override
    public void decode(byte[] message, int at, int length, Column into) {
        byte[] text = texts.get();
        int end = 0;
        for (int i = 0; i < length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                text[end++] = '-';
            }
            int value = message[at + i];
            text[end++] = HEX[value >> 4 & 15];
            text[end++] = HEX[value & 15];
        }
        into.appendBytes(text, 0, CHARACTERS);
    }
}
