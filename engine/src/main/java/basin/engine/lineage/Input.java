package basin.engine.lineage;

import java.util.List;

/// Something in a FROM clause that has a name.
///
/// @param names what it may be called by: its alias, or its own name behind those of its schema and database
record Input(List<String> names, Shape shape) {
    Input {
        names = List.copyOf(names);
    }

    /// Whether it is meant by these names, the last of which is its own.
    boolean isCalled(List<String> typed) {
        if (typed.isEmpty() || typed.size() > names.size()) {
            return false;
        }
        List<String> own = names.subList(names.size() - typed.size(), names.size());
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).equalsIgnoreCase(typed.get(i))) {
                return false;
            }
        }
        return true;
    }
}
