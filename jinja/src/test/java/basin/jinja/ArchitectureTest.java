package basin.jinja;

import basin.testkit.architecture.Room;
import basin.testkit.architecture.RoomContract;

final class ArchitectureTest extends RoomContract {
    ArchitectureTest() {
        super(Room.JINJA);
    }
}
