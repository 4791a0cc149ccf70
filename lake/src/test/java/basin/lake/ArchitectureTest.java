package basin.lake;

import basin.testkit.architecture.Room;
import basin.testkit.architecture.RoomContract;

class ArchitectureTest extends RoomContract {
    ArchitectureTest() {
        super(Room.LAKE);
    }
}
