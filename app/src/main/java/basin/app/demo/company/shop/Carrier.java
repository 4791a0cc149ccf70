package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Sheet;
import java.util.List;

/// Who brings the parcels.
///
/// @param countries ISO 3166-1 alpha-2; empty for all
/// @param heaviest parcel it takes, in grams
/// @param preference how gladly the warehouse calls it, beside the other carriers
/// @param homeDays days in which it promises to deliver in [Zone#HOME]; `europeDays` and `overseasDays`
/// likewise
/// @param lateAtFirst share of its parcels that come late when the books begin; `lateAtLast` when they close
/// @param daysLate how late they then come, in the mean
public record Carrier(
        int id,
        String code,
        String name,
        List<String> countries,
        int heaviest,
        double preference,
        int homeDays,
        int europeDays,
        int overseasDays,
        double lateAtFirst,
        double lateAtLast,
        double daysLate) {

    static List<Carrier> all() {
        List<List<String>> rows = Sheet.rows("carriers.txt");
        return rows.stream().map(row -> of(rows.indexOf(row) + 1, row)).toList();
    }

    public boolean takes(String country, long grams) {
        return grams <= heaviest && (countries.isEmpty() || countries.contains(country));
    }

    public int promisedDays(Zone zone) {
        return switch (zone) {
            case HOME -> homeDays;
            case EUROPE -> europeDays;
            case OVERSEAS -> overseasDays;
        };
    }

    private static Carrier of(int id, List<String> row) {
        List<String> days = Sheet.parts(row.get(5));
        return new Carrier(
                id,
                row.get(0),
                row.get(1),
                row.get(2).equals("*") ? List.of() : Sheet.parts(row.get(2)),
                Integer.parseInt(row.get(3)),
                Double.parseDouble(row.get(4)),
                Integer.parseInt(days.get(0)),
                Integer.parseInt(days.get(1)),
                Integer.parseInt(days.get(2)),
                Double.parseDouble(row.get(6)),
                Double.parseDouble(row.get(7)),
                Double.parseDouble(row.get(8)));
    }
}
