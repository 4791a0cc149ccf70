package basin.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EditDistanceTest {

    @Property
    void isZeroBetweenAWordAndItself(@ForAll("words") String a) {
        assertThat(EditDistance.between(a, a)).isZero();
    }

    @Property
    void isTheSameInBothDirections(@ForAll("words") String a, @ForAll("words") String b) {
        assertThat(EditDistance.between(a, b)).isEqualTo(EditDistance.between(b, a));
    }

    @Property
    void isNeverShorterByADetour(@ForAll("words") String a, @ForAll("words") String b, @ForAll("words") String c) {
        assertThat(EditDistance.between(a, c))
                .isLessThanOrEqualTo(EditDistance.between(a, b) + EditDistance.between(b, c));
    }

    @Property
    void isOneForEachKindOfTypingMistake(@ForAll("words") String before, @ForAll("words") String after) {
        assertThat(EditDistance.between(before + after, before + "#" + after)).isEqualTo(1);
        assertThat(EditDistance.between(before + "#" + after, before + "?" + after))
                .isEqualTo(1);
        assertThat(EditDistance.between(before + "#?" + after, before + "?#" + after))
                .isEqualTo(1);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abc").ofMaxLength(8);
    }
}
