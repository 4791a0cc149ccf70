package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Sheet;
import basin.app.demo.company.time.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shop with a door.
///
/// @param country ISO 3166-1 alpha-2
/// @param closed the first day on which it no longer opened, null while it does
/// @param area in square metres
/// @param opens local time, as is `closes`
public record Store(
        int id,
        String code,
        String name,
        String country,
        String city,
        LocalDate opened,
        @Nullable LocalDate closed,
        int area,
        LocalTime opens,
        LocalTime closes) {

    static List<Store> all(Period period) {
        List<List<String>> rows = Sheet.rows("stores.txt");
        return rows.stream().map(row -> of(rows.indexOf(row) + 1, row, period)).toList();
    }

    public boolean open(LocalDate day) {
        return !day.isBefore(opened) && (closed == null || day.isBefore(closed));
    }

    private static Store of(int id, List<String> row, Period period) {
        return new Store(
                id,
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                period.day(-Integer.parseInt(row.get(4))),
                row.get(5).isEmpty() ? null : period.day(Integer.parseInt(row.get(5))),
                Integer.parseInt(row.get(6)),
                LocalTime.parse(row.get(7)),
                LocalTime.parse(row.get(8)));
    }
}
