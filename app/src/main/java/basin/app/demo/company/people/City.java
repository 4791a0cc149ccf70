package basin.app.demo.company.people;

import basin.app.demo.company.draw.Sheet;
import java.util.List;

/// Where customers live.
///
/// @param latitude degrees north
/// @param longitude degrees east
/// @param share how many of its country's customers live there, beside the other cities
record City(String name, double latitude, double longitude, double share) {

    static List<City> of(String country) {
        return Sheet.rows("cities.txt").stream()
                .filter(row -> row.get(0).equals(country))
                .map(row -> new City(
                        row.get(1),
                        Double.parseDouble(row.get(2)),
                        Double.parseDouble(row.get(3)),
                        Double.parseDouble(row.get(4))))
                .toList();
    }
}
