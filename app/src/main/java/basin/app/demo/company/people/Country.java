package basin.app.demo.company.people;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Odds;
import basin.app.demo.company.draw.Sheet;
import java.util.List;

/// A country that the company sells to, and what names and addresses look like there.
///
/// @param code ISO 3166-1 alpha-2
/// @param currency ISO 4217, in which its customers pay
/// @param language ISO 639-1
/// @param share how many customers live there, beside the other countries
/// @param postcode its pattern: `#` for a digit, `@` for a letter
public record Country(
        String code,
        String currency,
        String language,
        double share,
        String diallingCode,
        String postcode,
        boolean numberBeforeStreet,
        List<String> streets,
        List<String> givenNames,
        List<String> familyNames,
        List<String> tradeNames,
        Odds<City> cities) {

    static Odds<Country> all() {
        return Odds.of(Sheet.rows("countries.txt").stream().map(Country::of).toList(), Country::share);
    }

    private static Country of(List<String> row) {
        String code = row.get(0);
        List<String> people = named("people.txt", code);
        return new Country(
                code,
                row.get(1),
                row.get(2),
                Double.parseDouble(row.get(3)),
                row.get(4),
                row.get(5),
                row.get(6).equals("before"),
                Sheet.parts(row.get(7)),
                Sheet.parts(people.get(1)),
                Sheet.parts(people.get(2)),
                Sheet.parts(named("companies.txt", row.get(2)).get(1)),
                Odds.of(City.of(code), City::share));
    }

    /// A postcode in the form of the country; most don't exist.
    String postcode(Dice dice) {
        StringBuilder code = new StringBuilder(postcode);
        for (int i = 0; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '#' -> code.setCharAt(i, (char) ('0' + dice.whole(0, 9)));
                case '@' -> code.setCharAt(i, (char) ('A' + dice.whole(0, 25)));
                default -> {}
            }
        }
        return code.toString();
    }

    String street(Dice dice) {
        int number = 1 + (int) dice.waiting(38);
        return numberBeforeStreet ? number + " " + dice.pick(streets) : dice.pick(streets) + " " + number;
    }

    private static List<String> named(String sheet, String name) {
        return Sheet.rows(sheet).stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(sheet + " has no row " + name));
    }
}
