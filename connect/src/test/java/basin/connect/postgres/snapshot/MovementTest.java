package basin.connect.postgres.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.digest.Movement;
import basin.core.stream.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// That a source stood still is said only where it is proven.
final class MovementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100:100:        | 100:100:        | NONE
            100:100:        | 100:101:100     | FORWARD
            100:100:        | 107:107:        | FORWARD
            100:102:100,101 | 100:102:100,101 | FORWARD
            100:102:100     | 102:102:        | FORWARD
            100:100:        | 99:99:          | BACK
            """)
    void followsFromTheTransactionsThatWereSeen(String then, String now, Movement movement) {
        Position loaded = new LoadedAt("0/1", new Xids(then)).position();

        assertThat(new LoadedAt("0/2", new Xids(now)).since(loaded)).isEqualTo(movement);
    }

    @ParameterizedTest
    @CsvSource({"0/16B3748", "'7/1 100:100: 12'", "0/1@nonsense"})
    void isUnknownWherePositionsAreOfAnotherKind(String then) {
        assertThat(new LoadedAt("0/2", new Xids("100:100:")).since(new Position(then)))
                .isEqualTo(Movement.UNKNOWN);
    }
}
