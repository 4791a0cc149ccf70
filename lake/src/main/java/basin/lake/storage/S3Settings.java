package basin.lake.storage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How to reach buckets, and what may be kept of them on this machine.
///
/// @param region      such as `eu-central-1`
/// @param endpoint    another server than Amazon's; buckets are then part of the path
/// @param credentials empty to look for them as Amazon's tools do: environment, profile, role of the machine
/// @param cache       the folder in which files are kept that were read or written; created if it is not there
/// @param cacheBytes  how much may lie in it, besides what is being read
public record S3Settings(
        String region, Optional<URI> endpoint, Optional<Credentials> credentials, Path cache, long cacheBytes) {

    /// An access key.
    ///
    /// @param secret never shown
    public record Credentials(String accessKey, String secret) {
        @Override
        public String toString() {
            return "Credentials[" + accessKey + "]";
        }
    }
}
