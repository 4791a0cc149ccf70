package basin.connect.change;

import java.util.Optional;

/// What a [basin.connect.Source] can do besides, if its changes can be followed.
public interface Followable {

    /// The changes of the streams that are [basin.connect.Stream.Mode#FOLLOWED]; empty if the settings
    /// ask for no such stream. Does not touch the system.
    Optional<ChangeFeed> changes();
}
