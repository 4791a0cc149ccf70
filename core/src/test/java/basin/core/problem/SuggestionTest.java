package basin.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> MODES = List.of("full", "incremental", "cdc");

    @Test
    void namesTheWordThatWasMeant() {
        assertThat(Suggestion.didYouMean("cdd", MODES)).isEqualTo("did you mean 'cdc'?");
        assertThat(Suggestion.nearest("incremantal", MODES)).isEqualTo("incremental");
        assertThat(Suggestion.nearest("flul", MODES)).isEqualTo("full");
    }

    @Test
    void overlooksCaseAndTheKindOfDash() {
        assertThat(Suggestion.nearest("Query-Timeout", List.of("query_timeout")))
                .isEqualTo("query_timeout");
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(Suggestion.didYouMean("snapshot", MODES)).isNull();
        assertThat(Suggestion.didYouMean("x", List.of("y"))).isNull();
        assertThat(Suggestion.didYouMean("", MODES)).isNull();
    }

    @Property
    void findsAnyWordOfFourLettersAgainWithTwoNeighboursSwapped(
            @ForAll @AlphaChars @StringLength(min = 4, max = 20) String word, @ForAll @IntRange(max = 2) int at) {
        String swapped = word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);

        assertThat(Suggestion.nearest(swapped, List.of("0123456789", word))).isEqualTo(word);
    }
}
