package basin.core.project;

import basin.core.settings.Text;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the lake's files are.
@Text("a folder or a place in S3 such as s3://bucket/lake")
public sealed interface LakeLocation {

    /// In a folder.
    ///
    /// @param folder absolute once it was resolved against the project's folder
    record OnDisk(Path folder) implements LakeLocation {
        @Override
        public LakeLocation within(Path project) {
            return new OnDisk(project.resolve(folder).normalize());
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /// In an S3 bucket.
    ///
    /// @param prefix without slashes at its ends; empty for the whole bucket
    record InBucket(String bucket, String prefix) implements LakeLocation {
        private static final Pattern ADDRESS = Pattern.compile("s3a?://([a-z0-9][a-z0-9.-]+)(?:/+(.*?))?/*");

        @Override
        public LakeLocation within(Path project) {
            return this;
        }

        /// As `s3://bucket/prefix`.
        @Override
        public String toString() {
            return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
        }
    }

    /// The same, with a relative folder resolved against the project's.
    LakeLocation within(Path project);

    /// Reads a path or an `s3://` address.
    ///
    /// @throws IllegalArgumentException if the text is neither
    static LakeLocation parse(String text) {
        Matcher s3 = InBucket.ADDRESS.matcher(text.strip());
        if (s3.matches()) {
            return new InBucket(s3.group(1), s3.group(2) == null ? "" : s3.group(2));
        }
        if (text.isBlank() || text.contains("://")) {
            throw new IllegalArgumentException("neither a folder nor a place in S3: " + text);
        }
        return new OnDisk(Path.of(text));
    }
}
