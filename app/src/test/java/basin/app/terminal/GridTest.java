package basin.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {

    private static final List<Grid.Column> COLUMNS = List.of(Grid.Column.words("name"), Grid.Column.numbers("price"));

    @Test
    void alignsWordsLeftAndNumbersRight() {
        assertThat(table(Shown.file(), "tea", "4.50", "hat, tall", "120.00")).isEqualTo("""
                         name      │  price
                        ───────────┼────────
                         tea       │   4.50
                         hat, tall │ 120.00
                        """);
    }

    @Test
    void wideLettersKeepTheColumnsStraight() {
        assertThat(table(Shown.file(), "お茶", "4.50", "Te\u0301e", "3.00")).isEqualTo("""
                         name │ price
                        ──────┼───────
                         お茶 │  4.50
                         Te\u0301e  │  3.00
                        """);
    }

    @Test
    void showsItsHeaderWithoutRows() {
        assertThat(table(Shown.file())).isEqualTo("""
                         name │ price
                        ──────┼───────
                        """);
    }

    @Test
    void cutsWhatIsTooWideForTheTerminal() {
        assertThat(table(Shown.terminal(24), "a very tall hat indeed", "120.00"))
                .isEqualTo("""
                         name          │  price
                        ───────────────┼────────
                         a very tall … │ 120.00
                        """);
    }

    @Test
    void neverCutsANumber() {
        assertThat(table(Shown.terminal(12), "tea", "1234567890")).isEqualTo("""
                         name │      price
                        ──────┼────────────
                         tea  │ 1234567890
                        """);
    }

    @Test
    void cutsNothingWhereThereIsNoTerminal() {
        String long10k = "x".repeat(10_000);

        assertThat(table(Shown.file(), long10k, "1")).contains(long10k);
    }

    @Test
    void settlesItsWidthsAfterTheFirstThousandRows() {
        Shown shown = Shown.file();
        Grid grid = new Grid(shown.screen(), COLUMNS);
        for (int i = 0; i < 999; i++) {
            grid.row("tea", "1");
        }
        assertThat(shown.text()).isEmpty();

        grid.row("hat", "2");
        assertThat(shown.text().lines()).hasSize(1_002);

        grid.row("something wider", "3");
        assertThat(shown.text()).endsWith(" something wider │     3\n");
    }

    private static String table(Shown shown, String... cells) {
        Grid grid = new Grid(shown.screen(), COLUMNS);
        for (int i = 0; i < cells.length; i += 2) {
            grid.row(cells[i], cells[i + 1]);
        }
        grid.end();
        return shown.text();
    }
}
