package basin.model.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The text of a template, or of a CSV file's name.
///
/// @param raw as it stands in the file; empty for a seed
/// @param firstLine the line of the file where `raw` begins, from 1
/// @param checksum SHA-256 of the content that counts as the resource's body, as 64 hexadecimal digits
public record Code(Language language, String raw, int firstLine, String checksum) {

    /// What the template gives.
    public enum Language {
        SQL("sql"),
        PYTHON("python");

        private final String word;

        Language(String word) {
            this.word = word;
        }

        /// The word in the artifacts.
        public String word() {
            return word;
        }
    }

    /// SQL whose checksum is that of the text without the blanks around it, as dbt takes it.
    public static Code sql(String raw, int firstLine) {
        return new Code(Language.SQL, raw, firstLine, sha256(raw.strip()));
    }

    /// SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
    public static String sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    /// SHA-256 of some bytes, as 64 hexadecimal digits.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
