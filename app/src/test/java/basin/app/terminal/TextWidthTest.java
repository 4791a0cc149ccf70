package basin.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextWidthTest {

    @ParameterizedTest
    @CsvSource({
        "tea, 3",
        "Tée, 3",
        "Te\u0301e, 3",
        "茶, 2",
        "お茶, 4",
        "차, 2",
        "ｔｅａ, 6",
        "🍵, 2",
        "👩‍👩‍👧, 2",
        "🇩🇪, 2",
        "❤️, 2",
        "№, 1",
        "\u200b, 0",
    })
    void countsTheCellsOfTheTerminal(String text, int cells) {
        assertThat(TextWidth.of(text)).isEqualTo(cells);
    }

    @Test
    void nothingTakesNoRoom() {
        assertThat(TextWidth.of("")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "hatter, 6, hatter",
        "hatter, 5, hatt…",
        "hatter, 1, …",
        "お茶の時間, 10, お茶の時間",
        "お茶の時間, 9, お茶の時…",
        "お茶の時間, 8, お茶の…",
        "x👩‍👩‍👧y, 3, x…",
    })
    void cutsBetweenLettersAndNeverBeyondTheRoom(String text, int cells, String cut) {
        assertThat(TextWidth.cut(text, cells)).isEqualTo(cut);
        assertThat(TextWidth.of(cut)).isLessThanOrEqualTo(cells);
    }
}
