package basin.connect.postgres.change;

import basin.connect.postgres.types.BigEndian;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A message of the log, read from its beginning to its end, where it lies.
final class Message {

    private byte[] bytes = {};
    private int at;
    private int end;

    /// Turns to another message, which stays where it is.
    void turnTo(ByteBuffer message) {
        turnTo(message.array(), message.arrayOffset() + message.position(), message.remaining());
    }

    void turnTo(byte[] source, int offset, int length) {
        bytes = source;
        at = offset;
        end = offset + length;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    byte nextByte() {
        return bytes[at++];
    }

    short nextShort() {
        short value = BigEndian.getShort(bytes, at);
        at += Short.BYTES;
        return value;
    }

    int nextInt() {
        int value = BigEndian.getInt(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    long nextLong() {
        long value = BigEndian.getLong(bytes, at);
        at += Long.BYTES;
        return value;
    }

    /// A text that ends with a zero.
    String nextText() {
        int start = at;
        while (bytes[at] != 0) {
            at++;
        }
        return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    }

    void skip(int length) {
        at += length;
    }
}
