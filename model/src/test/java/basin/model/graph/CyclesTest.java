package basin.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CyclesTest {
    @Test
    void aCycleIsShownFromOneMemberBackToIt() {
        Map<String, List<String>> needs = Map.of("a", List.of("b"), "b", List.of("x", "c"), "c", List.of("b"));

        assertThat(new Cycles(needs).find()).isIn(List.of("b", "c", "b"), List.of("c", "b", "c"));
    }

    @Test
    void oneThatNeedsItselfIsACycle() {
        assertThat(new Cycles(Map.of("a", List.of("a"))).find()).containsExactly("a", "a");
    }

    @Test
    void twoWaysToTheSameAreNone() {
        Map<String, List<String>> needs =
                Map.of("a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"), "d", List.of("source"));

        assertThat(new Cycles(needs).find()).isNull();
    }

    @Test
    void aChainMayBeLongerThanAnyStack() {
        Map<String, List<String>> needs = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            needs.put("m" + i, List.of("m" + (i + 1)));
        }

        assertThat(new Cycles(needs).find()).isNull();
    }
}
