package basin.connect.postgres.types;

import java.nio.charset.StandardCharsets;

/// The decoders of the text form, as the server writes values out, of numbers, truth values and bytes.
/// They make the same of a value as those of its binary form do.
final class TextDecoders {

    static final Decoder BOOLEAN = (message, at, length, into) -> into.appendBoolean(message[at] == 't');

    static final Decoder INT = (message, at, length, into) -> into.appendInt((int) number(message, at, length));

    static final Decoder LONG = (message, at, length, into) -> into.appendLong(number(message, at, length));

    /// Numbers of 64 bits without a sign, into a decimal.
    static final Decoder UNSIGNED_LONG =
            (message, at, length, into) -> into.appendLongs(0, number(message, at, length));

    static final Decoder FLOAT =
            (message, at, length, into) -> into.appendFloat(Float.parseFloat(ascii(message, at, length)));

    static final Decoder DOUBLE =
            (message, at, length, into) -> into.appendDouble(Double.parseDouble(ascii(message, at, length)));

    /// `\x` and two digits for each byte.
    static final Decoder BINARY = (message, at, length, into) -> {
        byte[] bytes = new byte[(length - 2) / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ((digit(message[at + 2 + 2 * i]) << 4) | digit(message[at + 3 + 2 * i]));
        }
        into.appendBytes(bytes, 0, bytes.length);
    };

    static final Decoder UUID = (message, at, length, into) -> {
        long high = 0;
        long low = 0;
        for (int i = at; i < at + length; i++) {
            if (message[i] != '-') {
                high = (high << 4) | (low >>> 60);
                low = (low << 4) | digit(message[i]);
            }
        }
        into.appendLongs(high, low);
    };

    /// An amount in the form of its currency, whatever that is: its digits count the smallest unit.
    static final Decoder MONEY = (message, at, length, into) -> {
        long value = 0;
        boolean negative = false;
        for (int i = at; i < at + length; i++) {
            byte c = message[i];
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
            }
            negative |= c == '-' || c == '(';
        }
        into.appendLong(negative ? -value : value);
    };

    /// A boolean that is wanted as text: a cast writes it out in full.
    static final Decoder TRUTH =
            (message, at, length, into) -> into.appendString(message[at] == 't' ? "true" : "false");

    /// An address that is wanted as text: a cast always adds how many bits of it are the network's.
    static final Decoder ADDRESS = (message, at, length, into) -> {
        String text = ascii(message, at, length);
        into.appendString(text.indexOf('/') >= 0 ? text : text + (text.indexOf(':') < 0 ? "/32" : "/128"));
    };

    private TextDecoders() {}

    /// Digits, `-` before them if negative; beyond 63 bits as if it had no sign.
    static long number(byte[] message, int at, int length) {
        boolean negative = message[at] == '-';
        long value = 0;
        for (int i = negative ? at + 1 : at; i < at + length; i++) {
            value = value * 10 + (message[i] - '0');
        }
        return negative ? -value : value;
    }

    static String ascii(byte[] message, int at, int length) {
        return new String(message, at, length, StandardCharsets.ISO_8859_1);
    }

    private static int digit(byte c) {
        return Character.digit(c, 16);
    }

    /// Whether the text at a place is this one.
    static boolean is(byte[] message, int at, int length, String text) {
        return length == text.length() && ascii(message, at, length).equals(text);
    }
}
