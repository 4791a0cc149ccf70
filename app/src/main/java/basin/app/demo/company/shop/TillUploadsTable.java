package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import basin.app.demo.company.time.Period;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/// The log of files that came in from the tills. It has no key, and here and there the same row twice.
public record TillUploadsTable(Stores stores, Period period, Seed seed) implements Table {
    private static final double SENT_TWICE = 0.006;

    @Override
    public String name() {
        return "till_uploads";
    }

    @Override
    public List<String> columns() {
        return List.of("store_code", "business_day", "file_name", "bytes", "uploaded_at");
    }

    @Override
    public long expectedRows() {
        return Math.round(stores.all().size() * period.days() * 0.77);
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (Store store : stores.all()) {
            Dice dice = seed.of("till uploads").dice(store.id());
            for (int number = 0; number < period.days(); number++) {
                LocalDate day = period.day(number);
                if (store.open(day) && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                    write(store, day, dice, out);
                }
            }
        }
    }

    private void write(Store store, LocalDate day, Dice dice, CopyText out) throws IOException {
        int bytes = (int) dice.around(48_000, 0.4);
        int copies = dice.chance(SENT_TWICE) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            out.text(store.code())
                    .date(day)
                    .text("C:\\tills\\" + store.code() + "\\" + day + ".zip")
                    .whole(bytes)
                    .instant(stores.uploaded(store, day))
                    .end();
        }
    }
}
