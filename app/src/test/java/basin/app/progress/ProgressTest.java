package basin.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import basin.app.terminal.Shown;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private final AtomicLong clock = new AtomicLong();

    @Test
    void drawsABarForEachTaskInWorkAndCountsTheRest() {
        Shown shown = Shown.terminal(100);
        LiveProgress progress = LiveProgress.still(shown.screen(), clock::get);
        Task orders = progress.task("shop.orders", 5_000_000, 900_000_000);
        Task customers = progress.task("shop.customers", 20_000, 0);
        var _ = progress.task("shop.payments", 100, 100);

        orders.advance(0, 0);
        customers.advance(0, 0);
        progress.draw();
        after(1_000);
        orders.advance(800_000, 144_000_000);
        customers.advance(10_000, 1_500_000);
        shown.news();
        progress.draw();

        assertThat(shown.news()).isEqualTo("""
                        \u001b[3A\u001b[0J shop.orders     ███▊░░░░░░░░░░░░░░░░░░░░  16 %   800 k rows   800 k rows/s   144 MB/s  6 s left
                         shop.customers  ████████████░░░░░░░░░░░░  50 %  10.0 k rows  10.0 k rows/s  1.50 MB/s  1 s left
                         … 1 waiting
                        """);
    }

    @Test
    void whatIsDoneStaysAbove() {
        Shown shown = Shown.terminal(80);
        LiveProgress progress = LiveProgress.still(shown.screen(), clock::get);
        Task orders = progress.task("shop.orders", 10, 0);
        orders.advance(5, 100);
        progress.draw();
        after(2_000);
        orders.advance(5, 100);
        orders.done();
        shown.news();
        progress.close();

        assertThat(shown.news()).isEqualTo("\u001b[1A\u001b[0J ✔ shop.orders  10 rows, 200 B in 2.0 s\n");
    }

    @Test
    void whatHasNothingToCountIsShownWithItsTimeAsLongAsItLasts() {
        Shown shown = Shown.terminal(80);
        LiveProgress progress = LiveProgress.still(shown.screen(), clock::get);
        Watch orders = progress.watch("1 of 2  START table main.orders ...");
        after(3_200);
        progress.draw();

        assertThat(shown.news()).isEqualTo("1 of 2  START table main.orders ... 3.2 s\n");

        orders.close();
        progress.say("1 of 2  OK");
        progress.draw();

        assertThat(shown.news()).isEqualTo("\u001b[1A\u001b[0J1 of 2  OK\n");
    }

    @Test
    void whatTakesLongIsALineEveryFewSecondsWhereNothingCanBeDrawn() {
        Shown shown = Shown.terminal(80);
        PlainProgress progress = PlainProgress.still(shown.screen(), clock::get);
        Watch orders = progress.watch("START table main.orders ...");
        after(5_000);
        progress.report();
        orders.close();
        progress.report();

        assertThat(shown.news()).isEqualTo("START table main.orders ... 5.0 s\n");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int columns = 20; columns < 140; columns++) {
            Shown shown = Shown.terminal(columns);
            LiveProgress progress = LiveProgress.still(shown.screen(), clock::get);
            Task task = progress.task("a_schema_with_a_long_name.a_table_with_a_longer_one", 1_000_000, 0);
            task.advance(1, 1);
            progress.draw();
            after(1_000);
            task.advance(123_456, 12_345_678);
            shown.news();
            progress.draw();
            task.failed("the server closed the connection while a row was being read");
            progress.draw();

            String plain = shown.news().replaceAll("\u001b\\[[0-9]*[A-Z]", "");
            assertThat(plain.lines().mapToInt(String::length).max().orElseThrow())
                    .isLessThan(columns);
        }
    }

    @Test
    void writesPlainLinesWhereNothingCanBeDrawnOver() {
        Shown shown = Shown.file();
        PlainProgress progress = PlainProgress.still(shown.screen(), clock::get);
        Task orders = progress.task("shop.orders", 5_000_000, 0);
        Task customers = progress.task("shop.customers", 0, 0);
        progress.report();
        orders.advance(0, 0);
        progress.report();
        after(5_000);
        orders.advance(1_200_000, 200_000_000);
        progress.report();
        customers.advance(7, 700);
        customers.failed("the table was dropped");
        after(5_000);
        orders.advance(3_900_000, 600_000_000);
        orders.done();
        progress.close();

        assertThat(shown.text()).isEqualTo("""
                        shop.orders: 0 of about 5,000,000 rows (0 %)
                        shop.orders: 1,200,000 of about 5,000,000 rows (24 %), 240 k rows/s, 40.0 MB/s, 16 s left
                        shop.customers: failed after 7 rows: the table was dropped
                        shop.orders: done, 5,100,000 rows, 800 MB in 10.0 s, 510 k rows/s
                        """);
    }

    @Test
    void whatWasDoneBeforeCountsAsDoneButNotForTheSpeed() {
        Shown shown = Shown.file();
        PlainProgress progress = PlainProgress.still(shown.screen(), clock::get);
        Task orders = progress.task("shop.orders", 1_000, 0);
        orders.resume(500, 5_000);
        orders.advance(0, 0);
        progress.report();
        after(1_000);
        orders.advance(100, 1_000);
        progress.report();
        progress.close();

        assertThat(shown.text())
                .endsWith("shop.orders: 600 of about 1,000 rows (60 %), 100 rows/s, 1.00 kB/s, 4 s left\n");
    }

    private void after(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
