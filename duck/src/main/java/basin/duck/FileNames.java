package basin.duck;

import java.security.SecureRandom;
import java.util.UUID;

/// Names for files that are written once: unique, and sorted by the time at which they were given.
final class FileNames {

    private static final SecureRandom RANDOM = new SecureRandom();

    private FileNames() {}

    /// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds since 1970, then random bits.
    static UUID next() {
        long high = System.currentTimeMillis() << 16 | 7 << 12 | RANDOM.nextInt(1 << 12);
        long low = RANDOM.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }
}
