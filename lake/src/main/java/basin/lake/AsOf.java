package basin.lake;

import java.time.Instant;

/// Which state of a table is meant.
public sealed interface AsOf {

    /// The newest.
    AsOf LATEST = new Latest();

    /// The newest.
    record Latest() implements AsOf {}

    /// A snapshot.
    record Version(long snapshot) implements AsOf {}

    /// What readers saw at a moment.
    record Moment(Instant at) implements AsOf {}

    /// What was given a name.
    record Tag(String name) implements AsOf {}
}
