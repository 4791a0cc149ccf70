package basin.app.demo.company.goods;

import basin.app.demo.company.draw.Sheet;
import java.util.List;

/// What products that differ only in colour or size have in common.
///
/// @param price cents of a euro, when launched
/// @param cost what making one costs, as a share of the price
/// @param connected whether it reports home over the customer's network
/// @param popularity how much it is wanted, beside the other families
/// @param faulty share of the units of the faulty batch that come back; 0 where there never was one
record Family(
        String category,
        String name,
        long price,
        double cost,
        int grams,
        boolean connected,
        double popularity,
        double faulty,
        List<String> variants) {

    static List<Family> all() {
        return Sheet.rows("families.txt").stream().map(Family::of).toList();
    }

    private static Family of(List<String> row) {
        return new Family(
                row.get(0),
                row.get(1),
                Math.round(Double.parseDouble(row.get(2)) * 100),
                Double.parseDouble(row.get(3)),
                Integer.parseInt(row.get(4)),
                row.get(5).equals("yes"),
                Double.parseDouble(row.get(6)),
                row.get(7).isEmpty() ? 0 : Double.parseDouble(row.get(7)),
                Sheet.parts(row.get(8)));
    }
}
