package basin.app.demo;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Passwords that nobody types.
final class Password {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    /// 192 bits of chance in digits and small letters.
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
