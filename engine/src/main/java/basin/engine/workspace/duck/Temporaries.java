package basin.engine.workspace.duck;

import java.util.HashSet;
import java.util.Set;

/// The temporary tables and views of a session, which come before those of the lake where a name has no
/// schema.
///
/// For one thread.
final class Temporaries {

    private final Set<String> names = new HashSet<>();

    void add(String name) {
        names.add(Relations.key(name));
    }

    void remove(String name) {
        names.remove(Relations.key(name));
    }

    boolean has(String name) {
        return names.contains(Relations.key(name));
    }
}
