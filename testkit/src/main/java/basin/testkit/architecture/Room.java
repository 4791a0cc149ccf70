package basin.testkit.architecture;

import java.util.Locale;
import java.util.Set;

/// A room of the house, and the rooms it may see. A room that is not listed beside it is out of its sight,
/// whatever Maven would let through.
public enum Room {
    CORE,
    JINJA,
    DUCK(CORE),
    CONNECT(CORE, DUCK, JINJA),
    LAKE(CORE, DUCK),
    ENGINE(CORE, DUCK, LAKE),
    MODEL(CORE, JINJA),
    RUN(CORE, DUCK, CONNECT, LAKE, ENGINE, MODEL),
    SERVE(CORE, LAKE, ENGINE, RUN),
    APP(CORE, DUCK, CONNECT, LAKE, ENGINE, MODEL, RUN, SERVE);

    private final Set<Room> sees;

    Room(Room... sees) {
        this.sees = Set.of(sees);
    }

    /// Whether code of this room may name a type of `other`.
    public boolean sees(Room other) {
        return other == this || sees.contains(other);
    }

    /// The Java package that holds all of the room, such as `basin.lake`.
    public String javaPackage() {
        return "basin." + name().toLowerCase(Locale.ROOT);
    }
}
