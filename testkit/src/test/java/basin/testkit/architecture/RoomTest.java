package basin.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RoomTest {

    @ParameterizedTest
    @EnumSource
    void noTwoRoomsSeeEachOther(Room room) {
        for (Room other : Room.values()) {
            assertThat(room != other && room.sees(other) && other.sees(room))
                    .as("%s and %s", room, other)
                    .isFalse();
        }
    }

    @Test
    void sourcesTablesAndModelsMeetInRunOnly() {
        assertThat(Room.CONNECT.sees(Room.LAKE)).isFalse();
        assertThat(Room.LAKE.sees(Room.CONNECT)).isFalse();
        assertThat(Room.MODEL.sees(Room.LAKE)).isFalse();
        assertThat(Room.MODEL.sees(Room.ENGINE)).isFalse();
        assertThat(Room.RUN.sees(Room.CONNECT)).isTrue();
        assertThat(Room.RUN.sees(Room.LAKE)).isTrue();
    }
}
