package basin.core.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, key or token. It never shows itself: not in logs, problems, JSON or a debugger's summary.
@Text("a text")
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// Wraps a secret as soon as it is known.
    public static Secret parse(String value) {
        return new Secret(value);
    }

    /// The secret itself, for the one call that hands it to the other side.
    public String reveal() {
        return value;
    }

    /// Takes the same time wherever the two differ.
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
