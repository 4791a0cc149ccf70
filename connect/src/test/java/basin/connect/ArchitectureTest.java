package basin.connect;

import basin.testkit.architecture.Room;
import basin.testkit.architecture.RoomContract;

class ArchitectureTest extends RoomContract {
    ArchitectureTest() {
        super(Room.CONNECT);
    }
}
